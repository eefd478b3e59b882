// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QByteArray>
#include <QString>

namespace Holdfast {

/// The text of a file that other programs wrote, in UTF-8 and without a byte order mark.
struct PlainText
{
    enum class Encoding { Utf8, Utf16, Windows1252 };

    QByteArray utf8;
    Encoding encoding = Encoding::Utf8; ///< in which it was written
};

/// UTF-16 where it begins with a byte order mark of that; Windows-1252 where it is not UTF-8. Malformed for what is no
/// text, with a sentence that says what it seems to be. Pure.
Result<PlainText> plainTextFrom(const QByteArray &file);

QString encodingName(PlainText::Encoding encoding); ///< "UTF-8"

} // namespace Holdfast
