// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FileFinding.h"

#include "actions/AttachRecordings.h"
#include "actions/FillInbox.h"
#include "domain/Limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace Holdfast {

namespace {

using Kind = FileFinding::Kind;

const QString kindField = QStringLiteral("kind");
const QString aboutField = QStringLiteral("about");

// Once kept, a word stays.
constexpr std::pair<Kind, QLatin1String> words[] = {
    {Kind::NotThere, QLatin1String("not-there")},
    {Kind::DeadLink, QLatin1String("dead-link")},
    {Kind::NotAllowed, QLatin1String("not-allowed")},
    {Kind::EmptyFolder, QLatin1String("empty-folder")},
    {Kind::NotAFile, QLatin1String("not-a-file")},
    {Kind::Empty, QLatin1String("empty")},
    {Kind::TooLarge, QLatin1String("too-large")},
    {Kind::OtherExtension, QLatin1String("other-extension")},
    {Kind::Unreadable, QLatin1String("unreadable")},
    {Kind::NoRecording, QLatin1String("no-recording")},
    {Kind::Changed, QLatin1String("changed")},
    {Kind::FiledBefore, QLatin1String("filed-before")},
    {Kind::OtherContent, QLatin1String("other-content")},
    {Kind::CutShort, QLatin1String("cut-short")},
    {Kind::NoLength, QLatin1String("no-length")},
    {Kind::Said, QLatin1String("said")},
};

/// Rounded up to a tenth, so that a file over the limit never reads as one at the limit.
QString megabytes(qint64 bytes)
{
    const double tenths = std::ceil(static_cast<double>(bytes) * 10 / (1024 * 1024));
    const bool whole = std::fmod(tenths, 10) == 0;
    return AttachRecordings::tr("%1 MB").arg(QLocale().toString(tenths / 10, 'f', whole ? 0 : 1));
}

/// None where a newer version has kept something that this one has no word for.
std::optional<FileFinding> findingFrom(const QJsonObject &object)
{
    const QString word = object.value(kindField).toString();
    const auto known = std::ranges::find(words, word, [](const auto &pair) { return QString(pair.second); });
    if (known == std::end(words))
        return std::nullopt;
    FileFinding finding{known->first, {}};
    for (const QJsonValue &one : object.value(aboutField).toArray())
        finding.about.append(one.toString());
    return finding;
}

} // namespace

QString FileFinding::sentence() const
{
    switch (kind) {
    case Kind::NotThere:
        return AttachRecordings::tr("The file is not there.");
    case Kind::DeadLink:
        return AttachRecordings::tr("This link leads nowhere.");
    case Kind::NotAllowed:
        return AttachRecordings::tr("You may not read this file.");
    case Kind::EmptyFolder:
        return AttachRecordings::tr("The folder holds no files.");
    case Kind::NotAFile:
        return AttachRecordings::tr("This is not a file.");
    case Kind::Empty:
        return AttachRecordings::tr("The file is empty.");
    case Kind::TooLarge:
        return AttachRecordings::tr("The file is %1; the most is %2.")
            .arg(megabytes(about.value(0).toLongLong()), megabytes(maxRecordingBytes));
    case Kind::OtherExtension:
        return AttachRecordings::tr("Only MP3, WAV, M4A, AAC, OGG, MP4, AVI, MOV, AMR and 3GP files can be attached.");
    case Kind::Unreadable:
        return AttachRecordings::tr("The file can't be read: %1").arg(about.value(0));
    case Kind::NoRecording:
        return AttachRecordings::tr(
            "This is not a recording, whatever its name says: no sound or picture in it can be decoded.");
    case Kind::Changed:
        return AttachRecordings::tr(
            "The file changed while it was read. Wait until it is complete, then attach it again.");
    case Kind::FiledBefore:
        return FillInbox::tr("It was filed before, as it was then. What it holds now is a recording of its own.");
    case Kind::OtherContent:
        return AttachRecordings::tr("Its name says %1, its content is %2.").arg(about.value(0), about.value(1));
    case Kind::CutShort:
        return AttachRecordings::tr("It seems to be cut short.");
    case Kind::NoLength:
        return AttachRecordings::tr("Its length can't be told.");
    case Kind::Said:
        return about.value(0);
    }
    Q_UNREACHABLE();
}

QString sentenceOn(const QList<FileFinding> &findings)
{
    QStringList sentences;
    for (const FileFinding &finding : findings)
        sentences.append(finding.sentence());
    return sentences.join(u' ');
}

QString keptText(const QList<FileFinding> &findings)
{
    if (findings.isEmpty())
        return {};
    QJsonArray kept;
    for (const FileFinding &finding : findings) {
        const auto word = std::ranges::find(words, finding.kind, [](const auto &pair) { return pair.first; });
        kept.append(
            QJsonObject{{kindField, QString(word->second)}, {aboutField, QJsonArray::fromStringList(finding.about)}});
    }
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QString sentenceOnKept(const QString &kept)
{
    const QJsonDocument document = QJsonDocument::fromJson(kept.toUtf8());
    if (!document.isArray())
        return kept;
    QList<FileFinding> findings;
    for (const QJsonValue &one : document.array()) {
        const auto finding = findingFrom(one.toObject());
        if (!finding)
            return kept;
        findings.append(*finding);
    }
    return sentenceOn(findings);
}

} // namespace Holdfast
