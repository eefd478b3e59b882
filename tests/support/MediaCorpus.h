// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/MediaFormat.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

namespace Holdfast::Testing {

/// A file of the corpus (make-media-corpus.sh) and what is true about it.
struct CorpusFile
{
    QString name;
    MediaFormat format = MediaFormat::Wav;
    bool hasVideo = false;
    bool truncated = false;
    qint64 frames = 0; ///< that the ffmpeg program decodes
    int channels = 0;
    int sampleRate = 0;

    std::chrono::milliseconds duration() const { return std::chrono::milliseconds(frames * 1000 / sampleRate); }
};

inline QString corpusPath(const QString &name)
{
    return QStringLiteral(HOLDFAST_MEDIA_CORPUS "/") + name;
}

inline QByteArray corpusBytes(const QString &name)
{
    QFile file(corpusPath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the media corpus lacks %s: run ctest -R media-corpus", qPrintable(name));
    return file.readAll();
}

inline QList<CorpusFile> goodMedia()
{
    QList<CorpusFile> files;
    for (const QByteArray &line : corpusBytes(QStringLiteral("good.tsv")).trimmed().split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        const auto format = formatFromName(QString::fromLatin1(cells.value(1)));
        if (cells.size() != 7 || !format)
            qFatal("the media corpus has a bad line: %s", line.constData());
        files.append({QString::fromLatin1(cells[0]), *format, cells[2] == "1", cells[3] == "1", cells[4].toLongLong(),
                      cells[5].toInt(), cells[6].toInt()});
    }
    return files;
}

inline QStringList notMedia()
{
    return QString::fromLatin1(corpusBytes(QStringLiteral("notmedia.tsv")).trimmed()).split(u'\n');
}

inline QStringList damagedMedia()
{
    const QString folder = QStringLiteral("damaged/");
    QStringList files = QDir(corpusPath(folder)).entryList(QDir::Files, QDir::Name);
    for (QString &file : files)
        file.prepend(folder);
    return files;
}

} // namespace Holdfast::Testing
