// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FoldedText.h"

#include <algorithm>

namespace Holdfast {

QString foldedText(const QString &text)
{
    constexpr char16_t firstBeyondAscii = 0x80;
    const bool isAscii = std::ranges::none_of(text, [](QChar c) { return c.unicode() >= firstBeyondAscii; });
    if (isAscii) // of a hundred thousand names most are
        return text.toCaseFolded();
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar c) { return c.unicode() >= 0x0300 && c.unicode() <= 0x036F; }); // combining marks
    return folded.replace(QChar(0x00DF), QStringLiteral("ss")); // the sharp s, which Qt folds to itself
}

} // namespace Holdfast
