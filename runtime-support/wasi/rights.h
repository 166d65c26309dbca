// Which rights make sense for which kind of descriptor, and how path_open hands them down.
//
// A new descriptor has the rights it was opened with, as far as they make sense for its kind, and
// fd_fdstat_get tells exactly those; what its directory does not pass on cannot be asked for. Many
// programs ask for none but to read and to write, though, since some runtimes do not look at the
// others. So what is no matter of reading or writing is allowed to a new descriptor even if it was
// not asked for ("implied"), within what its directory passes on. fd_fdstat_set_rights ends that:
// from then on what it left is all there is, for the descriptor and for what is opened through it.
//
// Rights are how a guest limits itself. What keeps it in its grants does not depend on them:
// a grant that must not be changed is a property of its own (Descriptor::readOnly).
#ifndef WASMC_RUNTIME_WASI_RIGHTS_H
#define WASMC_RUNTIME_WASI_RIGHTS_H

#include "runtime-support/wasi/preview1.h"

namespace wasmc::wasi {

inline constexpr Rights kFileRights =
    kRightFdDatasync | kRightFdRead | kRightFdSeek | kRightFdFdstatSetFlags | kRightFdSync |
    kRightFdTell | kRightFdWrite | kRightFdAdvise | kRightFdAllocate | kRightFdFilestatGet |
    kRightFdFilestatSetSize | kRightFdFilestatSetTimes | kRightPollFdReadwrite;

// What only makes sense for a file that is open for writing.
inline constexpr Rights kWritingRights = kRightFdWrite | kRightFdAllocate | kRightFdFilestatSetSize;

// What changes the tree beneath a directory.
inline constexpr Rights kDirectoryChangingRights =
    kRightPathCreateDirectory | kRightPathCreateFile | kRightPathLinkSource | kRightPathLinkTarget |
    kRightPathRenameSource | kRightPathRenameTarget | kRightPathFilestatSetSize |
    kRightPathFilestatSetTimes | kRightPathSymlink | kRightPathRemoveDirectory |
    kRightPathUnlinkFile | kRightFdFilestatSetTimes;

inline constexpr Rights kDirectoryRights = kDirectoryChangingRights | kRightFdFdstatSetFlags |
                                           kRightFdSync | kRightFdDatasync | kRightPathOpen |
                                           kRightFdReaddir | kRightPathReadlink |
                                           kRightPathFilestatGet | kRightFdFilestatGet;

// A read-only grant passes on the rights to write all the same: libraries ask for what they may
// inherit only, so a missing right would turn an open for writing silently into one for reading,
// while path_open can answer rofs.
inline constexpr Rights kInheritableRights = kDirectoryRights | kFileRights;

// To read or write them is granted, and no more: their flags belong to an open file that the host
// shares (a terminal left non-blocking outlives the guest), and a log that is appended to must not
// be cut off.
inline constexpr Rights kStandardInputRights = kRightFdRead | kRightFdSeek | kRightFdTell |
                                               kRightFdAdvise | kRightFdFilestatGet |
                                               kRightPollFdReadwrite;
inline constexpr Rights kStandardOutputRights = kRightFdWrite | kRightFdSeek | kRightFdTell |
                                                kRightFdAdvise | kRightFdDatasync | kRightFdSync |
                                                kRightFdFilestatGet | kRightPollFdReadwrite;

inline constexpr Rights kSocketRights = kRightFdRead | kRightFdWrite | kRightFdFdstatSetFlags |
                                        kRightFdFilestatGet | kRightPollFdReadwrite |
                                        kRightSockShutdown;

} // namespace wasmc::wasi

#endif
