#include "runtime-support/wasi/errno.h"

#include "runtime-support/platform/kernel_types.h"

namespace wasmc::wasi {

namespace {

using namespace platform;

struct Row {
  int linux;
  Errno wasi;
};

constexpr Row kRows[] = {
    {kEPERM, Errno::perm},
    {kENOENT, Errno::noent},
    {kESRCH, Errno::srch},
    {kEINTR, Errno::intr},
    {kEIO, Errno::io},
    {kENXIO, Errno::nxio},
    {kE2BIG, Errno::toobig},
    {kENOEXEC, Errno::noexec},
    {kEBADF, Errno::badf},
    {kECHILD, Errno::child},
    {kEAGAIN, Errno::again},
    {kENOMEM, Errno::nomem},
    {kEACCES, Errno::acces},
    {kEFAULT, Errno::fault},
    {kEBUSY, Errno::busy},
    {kEEXIST, Errno::exist},
    {kEXDEV, Errno::xdev},
    {kENODEV, Errno::nodev},
    {kENOTDIR, Errno::notdir},
    {kEISDIR, Errno::isdir},
    {kEINVAL, Errno::inval},
    {kENFILE, Errno::nfile},
    {kEMFILE, Errno::mfile},
    {kENOTTY, Errno::notty},
    {kETXTBSY, Errno::txtbsy},
    {kEFBIG, Errno::fbig},
    {kENOSPC, Errno::nospc},
    {kESPIPE, Errno::spipe},
    {kEROFS, Errno::rofs},
    {kEMLINK, Errno::mlink},
    {kEPIPE, Errno::pipe},
    {kEDOM, Errno::dom},
    {kERANGE, Errno::range},
    {kEDEADLK, Errno::deadlk},
    {kENAMETOOLONG, Errno::nametoolong},
    {kENOLCK, Errno::nolck},
    {kENOSYS, Errno::nosys},
    {kENOTEMPTY, Errno::notempty},
    {kELOOP, Errno::loop},
    {kENOMSG, Errno::nomsg},
    {kEIDRM, Errno::idrm},
    {kENOLINK, Errno::nolink},
    {kEPROTO, Errno::proto},
    {kEMULTIHOP, Errno::multihop},
    {kEBADMSG, Errno::badmsg},
    {kEOVERFLOW, Errno::overflow},
    {kEILSEQ, Errno::ilseq},
    {kENOTSOCK, Errno::notsock},
    {kEDESTADDRREQ, Errno::destaddrreq},
    {kEMSGSIZE, Errno::msgsize},
    {kEPROTOTYPE, Errno::prototype},
    {kENOPROTOOPT, Errno::noprotoopt},
    {kEPROTONOSUPPORT, Errno::protonosupport},
    {kEOPNOTSUPP, Errno::notsup},
    {kEAFNOSUPPORT, Errno::afnosupport},
    {kEADDRINUSE, Errno::addrinuse},
    {kEADDRNOTAVAIL, Errno::addrnotavail},
    {kENETDOWN, Errno::netdown},
    {kENETUNREACH, Errno::netunreach},
    {kENETRESET, Errno::netreset},
    {kECONNABORTED, Errno::connaborted},
    {kECONNRESET, Errno::connreset},
    {kENOBUFS, Errno::nobufs},
    {kEISCONN, Errno::isconn},
    {kENOTCONN, Errno::notconn},
    {kETIMEDOUT, Errno::timedout},
    {kECONNREFUSED, Errno::connrefused},
    {kEHOSTUNREACH, Errno::hostunreach},
    {kEALREADY, Errno::already},
    {kEINPROGRESS, Errno::inprogress},
    {kESTALE, Errno::stale},
    {kEDQUOT, Errno::dquot},
    {kECANCELED, Errno::canceled},
    {kEOWNERDEAD, Errno::ownerdead},
    {kENOTRECOVERABLE, Errno::notrecoverable},
};

constexpr int kHighest = kENOTRECOVERABLE;

// Indexed by Linux errno; a compile-time table, so that no guest call searches.
struct Table {
  uint8_t wasi[kHighest + 1];
};

constexpr Table makeTable() {
  Table table{};
  for (uint8_t &entry : table.wasi)
    entry = static_cast<uint8_t>(Errno::io);
  for (const Row &row : kRows)
    table.wasi[row.linux] = static_cast<uint8_t>(row.wasi);
  return table;
}

constexpr Table kTable = makeTable();

} // namespace

Errno errnoFromLinux(intptr_t linuxErrno) {
  if (linuxErrno <= 0 || linuxErrno > kHighest)
    return Errno::io;
  return static_cast<Errno>(kTable.wasi[linuxErrno]);
}

} // namespace wasmc::wasi
