// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/PlainText.h"

#include <QByteArrayView>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

const QByteArray utf8Mark("\xef\xbb\xbf");

/// What Windows-1252 has where Latin-1 has control characters; 0 where it has nothing.
constexpr std::array<char16_t, 32> windowsSigns{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

tl::unexpected<Failure> noText(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

bool isControl(char byte)
{
    return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/// Empty where a byte is none of its signs.
QByteArray fromWindows(const QByteArray &file)
{
    QString text;
    text.reserve(file.size());
    for (const char byte : file) {
        const auto code = static_cast<unsigned char>(byte);
        const char16_t sign = code >= 0x80 && code < 0xA0 ? windowsSigns[code - 0x80U] : code;
        if (sign == 0)
            return {};
        text += QChar(sign);
    }
    return text.toUtf8();
}

Result<PlainText> fromUtf16(const QByteArray &file)
{
    QStringDecoder decoder(QStringDecoder::Utf16);
    const QString text = decoder(file);
    if (decoder.hasError() || file.size() % 2 != 0 || text.contains(QChar(0)))
        return noText(QStringLiteral("The file begins like a text in UTF-16, but is none."));
    return PlainText{text.toUtf8(), PlainText::Encoding::Utf16};
}

} // namespace

Result<PlainText> plainTextFrom(const QByteArray &file)
{
    if (file.startsWith("PK\x03\x04") || file.startsWith("\xD0\xCF\x11\xE0"))
        return noText(QStringLiteral("This is a workbook, not a text. Save it as CSV in the program that made it."));
    if (file.startsWith("\xFF\xFE") || file.startsWith("\xFE\xFF"))
        return fromUtf16(file);
    if (std::any_of(file.begin(), file.end(), isControl))
        return noText(QStringLiteral("This is no text file."));
    if (file.startsWith(utf8Mark) && QByteArrayView(file).isValidUtf8())
        return PlainText{file.mid(utf8Mark.size()), PlainText::Encoding::Utf8};
    if (QByteArrayView(file).isValidUtf8())
        return PlainText{file, PlainText::Encoding::Utf8};
    const QByteArray utf8 = fromWindows(file);
    if (utf8.isEmpty())
        return noText(QStringLiteral("The text is neither in UTF-8 nor in Windows-1252. Save it in UTF-8."));
    return PlainText{utf8, PlainText::Encoding::Windows1252};
}

QString encodingName(PlainText::Encoding encoding)
{
    switch (encoding) {
    case PlainText::Encoding::Utf8:
        return QStringLiteral("UTF-8");
    case PlainText::Encoding::Utf16:
        return QStringLiteral("UTF-16");
    case PlainText::Encoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    Q_UNREACHABLE();
}

} // namespace Holdfast
