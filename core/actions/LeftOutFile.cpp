// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/LeftOutFile.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace Holdfast {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::LeftOutFile)
};

constexpr qsizetype mostExtensions = 8; ///< that one sentence names
constexpr qsizetype mostNames = 3;

QString countOf(LeftOut why, int count)
{
    switch (why) {
    case LeftOut::NameUnreadable:
        return Words::tr("%n file(s) are not taken, since their names are not in UTF-8", nullptr, count);
    case LeftOut::FileUnreadable:
        return Words::tr("%n file(s) are not taken, since they can't be read", nullptr, count);
    case LeftOut::FolderUnreadable:
        return Words::tr("%n folder(s) inside can't be read", nullptr, count);
    case LeftOut::Empty:
        return Words::tr("%n file(s) are empty", nullptr, count);
    case LeftOut::Unfinished:
        return Words::tr("%n file(s) are not complete yet", nullptr, count);
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceOn(LeftOut why, std::chrono::milliseconds taken)
{
    switch (why) {
    case LeftOut::NameUnreadable:
        return Words::tr("Its name is not in UTF-8, so it can't be taken. Rename it; then it is.");
    case LeftOut::FileUnreadable:
        return Words::tr("It can't be read, so it is not taken. It is as soon as this account may read it.");
    case LeftOut::FolderUnreadable:
        return Words::tr("This folder can't be read, so nothing in it is taken. It is as soon as this account may read "
                         "it.");
    case LeftOut::Empty:
        return Words::tr("It is empty, so it is not taken. It is as soon as something is written to it.");
    case LeftOut::Unfinished: {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(taken).count();
        return Words::tr("It is not complete yet: by its own header more is to come. If nothing comes for %1 s, it is "
                         "taken as it is.")
            .arg(seconds);
    }
    }
    Q_UNREACHABLE();
}

QString sentenceOn(const QList<LeftOutFile> &files)
{
    QMap<LeftOut, QStringList> names;
    for (const LeftOutFile &file : files)
        names[file.why].append(file.path.section(u'/', -1));
    QStringList parts;
    for (auto one = names.cbegin(); one != names.cend(); ++one) {
        QStringList shown = one->first(std::min(mostNames, one->size()));
        if (shown.size() < one->size())
            shown.append(QStringLiteral("…"));
        parts.append(QStringLiteral("%1 (%2)").arg(countOf(one.key(), static_cast<int>(one->size())),
                                                   shown.join(QStringLiteral(", "))));
    }
    return parts.isEmpty() ? QString() : parts.join(QStringLiteral("; ")) + u'.';
}

QString sentenceOn(const OtherExtensions &others)
{
    QStringList counts;
    for (auto one = others.cbegin(); one != others.cend() && counts.size() < mostExtensions; ++one)
        counts.append(QStringLiteral("%1 %2")
                          .arg(one.value())
                          .arg(one.key().isEmpty() ? Words::tr("without one", "extension") : u'.' + one.key()));
    if (counts.isEmpty())
        return {};
    if (counts.size() < others.size())
        counts.append(QStringLiteral("…"));
    return Words::tr("Files that are no recordings by their extensions are not taken: %1.")
        .arg(counts.join(QStringLiteral(", ")));
}

} // namespace Holdfast
