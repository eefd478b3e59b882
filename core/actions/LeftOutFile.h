// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace Holdfast {

/// Why a file of a watched folder is not taken, or not yet.
enum class LeftOut {
    NameUnreadable, ///< its name is not in UTF-8
    FileUnreadable,
    FolderUnreadable, ///< it is a folder inside
    Empty,
    Unfinished, ///< it tells of more than is there; it is taken after a while all the same
};

struct LeftOutFile
{
    QString path;
    LeftOut why = LeftOut::Empty;

    friend bool operator==(const LeftOutFile &, const LeftOutFile &) = default;
};

/// What a person should know of that file, and can do. `taken`: after how long an unfinished one is taken.
QString sentenceOn(LeftOut why, std::chrono::milliseconds taken);

/// How many of them there are, for each reason, with the names of the first; empty where there are none.
QString sentenceOn(const QList<LeftOutFile> &files);

/// How many files there bear no extension of a recording, by that extension.
using OtherExtensions = QMap<QString, int>;

/// One sentence on all of them; empty where there are none.
QString sentenceOn(const OtherExtensions &others);

} // namespace Holdfast

Q_DECLARE_METATYPE(Holdfast::LeftOutFile)
