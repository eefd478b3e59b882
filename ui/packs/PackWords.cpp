// SPDX-License-Identifier: GPL-3.0-or-later
#include "packs/PackWords.h"

#include "domain/FileName.h"
#include "look/Text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qsizetype mostLines = 20;      ///< of what is missing; the pack's own index has all of it
constexpr qsizetype longestAbout = 60;   ///< letters of a file name
constexpr qsizetype fingerprintPart = 8; ///< digits between two spaces, so that people can compare them

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::PackWords)
public:
    static QString verified(const PackReport &report)
    {
        return tr("It verifies: all %1 files in it are as they were signed, and its %2 entries of the audit log are "
                  "among the %3 that the checkpoint in it signs for.")
            .arg(number(report.members), number(report.entries), number(report.manifest->logSize));
    }
    static QString recordings(const PackManifest &manifest)
    {
        const qsizetype included =
            std::ranges::count(manifest.recordings, PackedState::Included, &PackedRecording::state);
        const qsizetype all = manifest.recordings.size();
        if (included == all)
            return all == 1 ? tr("The recording is in it.") : tr("All %1 recordings are in it.").arg(number(all));
        return tr("Only %1 of %2 recordings are in it:").arg(number(included), number(all));
    }
    static QString missing(const PackedRecording &recording)
    {
        return tr("Recording %1, %2. %3").arg(number(recording.id.value), stateWords(recording.state), recording.why);
    }
    static QString problem(const QString &sentence) { return tr("As the pack says itself: %1").arg(sentence); }
    static QString more(qsizetype count) { return tr("… and %n more.", nullptr, static_cast<int>(count)); }
    static QString saved(const QString &path, qint64 size)
    {
        return tr("Saved: %1 (%2).").arg(ltr(path), sizeText(size));
    }
    static QString fingerprint(const QByteArray &sha256)
    {
        const QString digits = QString::fromLatin1(sha256.toHex());
        QStringList parts;
        for (qsizetype at = 0; at < digits.size(); at += fingerprintPart)
            parts.append(digits.mid(at, fingerprintPart));
        return tr("SHA-256 of the file: %1").arg(ltr(parts.join(u' ')));
    }
    static QString signature()
    {
        return tr("Signed with this key; whether it is your server's, somebody whom you trust can compare:");
    }

private:
    static QString number(qint64 value) { return QLocale().toString(value); }
    static QString stateWords(PackedState state)
    {
        switch (state) {
        case PackedState::Included:
            return tr("included");
        case PackedState::Deleted:
            return tr("deleted meanwhile");
        case PackedState::Missing:
            return tr("its file is not there");
        case PackedState::Damaged:
            return tr("its file is damaged");
        case PackedState::Unreadable:
            return tr("there is no key for it");
        }
        Q_UNREACHABLE();
    }
};

QStringList lackWords(const PackManifest &manifest)
{
    QStringList lines;
    for (const PackedRecording &recording : manifest.recordings)
        if (recording.state != PackedState::Included)
            lines.append(Words::missing(recording));
    for (const QString &problem : manifest.problems)
        lines.append(Words::problem(problem));
    if (lines.size() <= mostLines)
        return lines;
    const qsizetype left = lines.size() - mostLines;
    lines.resize(mostLines);
    return lines << Words::more(left);
}

} // namespace

QStringList packWords(const SavedPack &pack, const QString &path)
{
    const PackManifest &manifest = *pack.report.manifest;
    QStringList lines{Words::saved(path, pack.size), Words::verified(pack.report), Words::recordings(manifest)};
    lines += lackWords(manifest);
    return lines << Words::fingerprint(pack.sha256) << Words::signature()
                 << ltr(QString::fromUtf8(pack.report.signer->text()));
}

QString packFileName(const QString &about, const QDate &day)
{
    QString words;
    for (const QChar letter : about.left(longestAbout).toLower())
        if (letter.isLetterOrNumber())
            words += letter;
        else if (!words.isEmpty() && !words.endsWith(u'-'))
            words += u'-';
    if (!words.isEmpty() && !words.endsWith(u'-'))
        words += u'-';
    return cleanFileName(QStringLiteral("evidence-%1%2").arg(words, day.toString(Qt::ISODate)));
}

} // namespace Holdfast
