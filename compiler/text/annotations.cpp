#include "compiler/text/annotations.h"

#include "compiler/text/utf8.h"

#include <algorithm>

namespace wasmc::text {

namespace {

const char *nameOf(AnnotationKind kind) {
  switch (kind) {
  case AnnotationKind::custom:
    return "@custom";
  case AnnotationKind::name:
    return "@name";
  case AnnotationKind::branchHint:
    return "@metadata.code.branch_hint";
  }
  return "";
}

template <class... Parts>
std::unexpected<Error> malformed(const Annotation &annotation, uint32_t offset,
                                 const Parts &...parts) {
  return error(offset, nameOf(annotation.kind), " annotation: ", parts...);
}

// Reads the contents of an annotation.
TokenList contentsOf(const TokenList &list, const Annotation &annotation) {
  return {list.text, annotation.tokens, {}};
}

uint32_t placeOf(SectionId section, bool isAfter) {
  auto position = std::ranges::find(kSectionOrder, section) - kSectionOrder.begin();
  return 2 * static_cast<uint32_t>(position) + (isAfter ? 1 : 0);
}

struct SectionName {
  std::string_view name;
  SectionId id;
};
constexpr SectionName kSectionNames[] = {
    {"type", SectionId::type},
    {"import", SectionId::import},
    {"func", SectionId::function},
    {"table", SectionId::table},
    {"memory", SectionId::memory},
    {"tag", SectionId::tag},
    {"global", SectionId::global},
    {"export", SectionId::export_},
    {"start", SectionId::start},
    {"elem", SectionId::element},
    {"datacount", SectionId::data_count},
    {"code", SectionId::code},
    {"data", SectionId::data},
};

// `(before section)` or `(after section)`.
Result<uint32_t> readPlace(TokenStream &tokens, const Annotation &annotation) {
  constexpr uint32_t kLast = 2 * kSectionOrder.size() - 1;
  if (!tokens.accept(TokenKind::left))
    return kLast;
  uint32_t offset = tokens.offset();
  bool isBefore = tokens.acceptKeyword("before");
  if (!isBefore && !tokens.acceptKeyword("after"))
    return malformed(annotation, offset, "malformed placement");
  uint32_t place = kLast;
  offset = tokens.offset();
  if (isBefore && tokens.acceptKeyword("first")) {
    place = 0;
  } else if (isBefore || !tokens.acceptKeyword("last")) {
    auto found = std::ranges::find_if(
        kSectionNames, [&](const SectionName &entry) { return tokens.acceptKeyword(entry.name); });
    if (found == std::end(kSectionNames))
      return malformed(annotation, offset, "malformed section kind");
    place = placeOf(found->id, !isBefore);
  }
  if (!tokens.accept(TokenKind::right))
    return malformed(annotation, tokens.offset(), "malformed placement");
  return place;
}

Result<CustomSection> readCustom(const TokenList &list, const Annotation &annotation) {
  TokenList contents = contentsOf(list, annotation);
  TokenStream tokens(contents);
  CustomSection custom;
  custom.text = annotation.begin;
  uint32_t offset = tokens.offset();
  if (!tokens.at(TokenKind::string))
    return malformed(annotation, offset, "missing section name");
  custom.name = stringContents(tokens.word());
  tokens.next();
  if (!isUtf8(custom.name))
    return malformed(annotation, offset, "malformed UTF-8 encoding");
  TRY_ASSIGN(custom.place, readPlace(tokens, annotation));
  custom.contents = tokens.strings();
  if (!tokens.at(TokenKind::end))
    return malformed(annotation, tokens.offset(), "unexpected token");
  return custom;
}

// The string that is all there is in an annotation.
Result<std::string> readString(const TokenList &list, const Annotation &annotation) {
  TokenList contents = contentsOf(list, annotation);
  TokenStream tokens(contents);
  if (!tokens.at(TokenKind::string) || tokens.peek(1).kind != TokenKind::end)
    return malformed(annotation, tokens.offset(), "unexpected token");
  return stringContents(tokens.word());
}

Result<std::string> readName(const TokenList &list, const Annotation &annotation) {
  TRY_ASSIGN(std::string name, readString(list, annotation));
  if (!isUtf8(name))
    return malformed(annotation, annotation.begin, "malformed UTF-8 encoding");
  return name;
}

} // namespace

template <class Take>
Result<void> Annotations::forEachBefore(uint32_t position, AnnotationKind kind, Take take) {
  auto range = std::ranges::equal_range(list_.annotations, position, {}, &Annotation::before);
  for (const Annotation &annotation : range) {
    if (annotation.kind != kind)
      continue;
    isTaken_[static_cast<size_t>(&annotation - list_.annotations.data())] = true;
    TRY(take(annotation));
  }
  return {};
}

Result<void> Annotations::takeOfModule(uint32_t firstField, uint32_t depth, ModuleState &state) {
  bool isNamed = false;
  TRY(forEachBefore(firstField, AnnotationKind::name, [&](const Annotation &name) -> Result<void> {
    if (isNamed)
      return malformed(name, name.begin, "multiple module names");
    isNamed = true;
    TRY_ASSIGN(state.moduleName, readName(list_, name));
    return {};
  }));
  for (size_t i = 0; i < list_.annotations.size(); ++i) {
    const Annotation &annotation = list_.annotations[i];
    bool isBetweenFields = annotation.depth == depth && annotation.before >= firstField;
    if (annotation.kind != AnnotationKind::custom || !isBetweenFields)
      continue;
    isTaken_[i] = true;
    TRY_ASSIGN(CustomSection custom, readCustom(list_, annotation));
    state.customSections.push_back(std::move(custom));
  }
  return {};
}

Result<std::optional<std::string>> Annotations::takeName(uint32_t position) {
  std::optional<std::string> result;
  TRY(forEachBefore(position, AnnotationKind::name, [&](const Annotation &name) -> Result<void> {
    if (result)
      return malformed(name, name.begin, "duplicate annotation");
    TRY_ASSIGN(result, readName(list_, name));
    return {};
  }));
  return result;
}

Result<std::optional<uint8_t>> Annotations::takeBranchHint(uint32_t position) {
  std::optional<uint8_t> result;
  TRY(forEachBefore(position, AnnotationKind::branchHint,
                    [&](const Annotation &hint) -> Result<void> {
                      if (result)
                        return malformed(hint, hint.begin, "duplicate annotation");
                      TRY_ASSIGN(std::string value, readString(list_, hint));
                      if (value.size() != 1 || static_cast<uint8_t>(value[0]) > 1)
                        return malformed(hint, hint.begin, "invalid value");
                      result = static_cast<uint8_t>(value[0]);
                      return {};
                    }));
  return result;
}

Result<void> Annotations::checkAllTaken(uint32_t depth) const {
  for (size_t i = 0; i < isTaken_.size(); ++i) {
    if (isTaken_[i])
      continue;
    const Annotation &annotation = list_.annotations[i];
    if (annotation.kind != AnnotationKind::branchHint)
      return error(annotation.begin, "misplaced ", nameOf(annotation.kind), " annotation");
    return malformed(annotation, annotation.begin,
                     annotation.depth <= depth ? "not in a function" : "invalid target");
  }
  return {};
}

} // namespace wasmc::text
