// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/PercentDecoding.h"

#include "http/HexDigit.h"

#include <QStringDecoder>

namespace Holdfast::Http {

std::optional<QByteArray> percentDecoded(QByteArrayView text, Plus plus)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '+' && plus == Plus::IsBlank)
            c = ' ';
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        bytes.append(c);
    }
    return bytes;
}

std::optional<QString> fromUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString result = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return result;
}

} // namespace Holdfast::Http
