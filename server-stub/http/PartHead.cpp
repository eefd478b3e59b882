// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/PartHead.h"

#include "http/FieldValue.h"
#include "http/Headers.h"
#include "http/PercentDecoding.h"

#include <algorithm>

namespace Holdfast::Http {

namespace {

tl::unexpected<QString> malformed(const char *what)
{
    return tl::unexpected(QStringLiteral("The form is malformed: %1.").arg(QLatin1String(what)));
}

std::optional<Headers> splitLines(QByteArrayView lines)
{
    Headers headers;
    const QList<QByteArray> all = lines.toByteArray().split('\n');
    for (QByteArray line : all) {
        if (line.endsWith('\r'))
            line.chop(1);
        const qsizetype colon = line.indexOf(':');
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        const bool hasControls = std::any_of(line.begin(), line.end(), [](char c) {
            return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7f;
        });
        if (colon < 1 || folded || hasControls)
            return std::nullopt;
        const QByteArray name = line.first(colon);
        if (headers.has(name))
            return std::nullopt;
        headers.add(name, line.sliced(colon + 1).trimmed());
    }
    return headers;
}

/// Browsers escape these three, and nothing else, in a quoted name.
QByteArray withoutBrowserEscapes(QByteArray text)
{
    return text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
}

/// RFC 8187: charset'language'escaped.
std::optional<QString> decodedExtended(const QByteArray &text)
{
    const qsizetype first = text.indexOf('\'');
    const qsizetype second = text.indexOf('\'', first + 1);
    if (first < 0 || second < 0)
        return std::nullopt;
    const std::optional<QByteArray> bytes = percentDecoded(QByteArrayView(text).sliced(second + 1));
    const QByteArray charset = text.first(first).toLower();
    if (bytes && charset == "utf-8")
        return fromUtf8(*bytes);
    if (bytes && charset == "iso-8859-1")
        return QString::fromLatin1(*bytes);
    return std::nullopt;
}

tl::expected<std::optional<QString>, QString> fileNameOf(const FieldValue &disposition)
{
    if (const auto extended = disposition.option("filename*")) {
        if (auto name = decodedExtended(*extended))
            return name;
    }
    const auto plain = disposition.option("filename");
    if (!plain)
        return std::nullopt;
    auto name = fromUtf8(withoutBrowserEscapes(*plain));
    if (!name)
        return malformed("a file name is not UTF-8");
    return name;
}

} // namespace

tl::expected<Multipart::PartHead, QString> parsePartHead(QByteArrayView lines)
{
    const auto headers = splitLines(lines);
    if (!headers)
        return malformed("the head of a part cannot be read");
    const auto disposition = FieldValue::parse(headers->value("Content-Disposition"));
    if (!disposition || disposition->value != "form-data")
        return malformed("a part has no Content-Disposition of form-data");
    const auto rawName = disposition->option("name");
    if (!rawName)
        return malformed("a part has no name");
    const auto name = fromUtf8(withoutBrowserEscapes(*rawName));
    if (!name)
        return malformed("the name of a part is not UTF-8");
    const auto fileName = fileNameOf(*disposition);
    if (!fileName)
        return tl::unexpected(fileName.error());

    const QByteArray encoding = headers->value("Content-Transfer-Encoding").toLower();
    if (!encoding.isEmpty() && encoding != "binary" && encoding != "8bit" && encoding != "7bit")
        return malformed("a part is encoded; send its bytes as they are");
    return Multipart::PartHead{*name, *fileName, headers->value("Content-Type")};
}

} // namespace Holdfast::Http
