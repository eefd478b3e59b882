// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace Holdfast {

/// One thing that a look at a file has shown, as data: it is kept longer than a person keeps the language of it.
struct FileFinding
{
    enum class Kind {
        // why it can't be attached
        NotThere,
        DeadLink,
        NotAllowed,
        EmptyFolder,
        NotAFile,
        Empty,
        TooLarge, ///< about its bytes
        OtherExtension,
        Unreadable, ///< about what the system said
        NoRecording,
        Changed,
        // what is worth knowing of it
        FiledBefore,
        OtherContent, ///< about the format of its name and of its content
        CutShort,
        NoLength,
        Said ///< about a sentence that has no kind of its own
    };
    Kind kind = Kind::Said;
    QStringList about;

    QString sentence() const;
};

QString sentenceOn(const QList<FileFinding> &findings);

/// As the inbox keeps them; empty where there are none.
QString keptText(const QList<FileFinding> &findings);
/// What was kept, in words; what older versions kept was a sentence already.
QString sentenceOnKept(const QString &kept);

} // namespace Holdfast
