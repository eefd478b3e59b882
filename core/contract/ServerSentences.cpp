// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ServerSentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace Holdfast {

namespace {

constexpr char context[] = "Holdfast::ServerSentences";

// What an agent meets: signing in, listening, uploads, notes and annotations, the import of leads.
constexpr std::array catalogue{
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Invalid username or password"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Too many failed attempts. Wait %1 s, then try again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "Too many people are signing in at this moment. Try again in a few seconds."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The server has no memory to check a password at this moment. Try again later."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The server can't check who you are at this moment. Try again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Missing authorization header"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Invalid or expired token"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Invalid or expired ticket"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The current password is not that. The password was not changed."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The password must have %1 to %2 bytes. Nothing was changed."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "That is more than %1 of these a minute. Wait %2 s, then try again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The server is busy. Please try again in a moment."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The server is stopping. Ask again in a moment."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The server met a fault of its own. Nothing was changed; the log has the details."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "What the server stored is damaged and can't be read. Nothing was changed; the log has the details."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "The server has no room left on its disk. What was stored before is safe; make room and try again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The server may not use its data directory. What was stored before "
                                                   "is safe; its owner and permissions need a look."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "The server's disk did not do what was asked of it. Try again; if it stays so, the disk needs a look."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The data directory can't be written at this moment."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There is nothing at this address."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The request took too long to arrive."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The body took too long to arrive. Nothing was kept."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The body is too large. Nothing was kept."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The body is too large: at most %1 bytes are taken here. Nothing was kept."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "This server never gave out that cursor; it may have been restored from a backup. Read everything anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Recording not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Recording not found: its file is missing"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User does not have permission to access this recording"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User does not have permission to access this lead"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User does not have permission to delete recordings"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "User does not have permission to change a recording's lead or date"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Cannot delete recording under compliance hold"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The recording is at revision %1 by now. Nothing was changed; get it anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The recording ends before the range that was asked for."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The recording is not the one that was asked for. Nothing was sent."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The recording is safe, but it was sealed under the key-encryption "
                                                   "key \"%1\", which this server was not given."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file is not on the server's disk."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There is another file in its place on the server's disk."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file is damaged: its bytes are not the ones that were stored. "
                                                   "Nothing was changed; tell whoever looks after the recordings."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The file could not be read in time. Nothing was changed; try again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Lead not found. Nothing was stored."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User is not assigned to this lead. Nothing was stored."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The file is larger than 50 MiB, the most that is taken. Nothing was stored."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Files of this kind are not kept. Holdfast takes MP3, WAV, M4A, "
                                                   "AAC, OGG, MP4, AVI and MOV. Nothing was stored."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The file is not a recording in one of the formats that are kept: MP3, WAV, M4A, AAC, OGG, MP4, "
                      "AVI, MOV, AMR or 3GP. It was not changed; save the recording in one of these."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file has the outer form of a recording, but there is nothing "
                                                   "in it that can be played; it may be cut off or damaged."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file is empty."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The file is empty. Nothing was kept; look whether the recording was saved."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file's name has a character that names do not have."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The server has used the room it was given. Nothing was stored; ask an administrator for more."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This Idempotency-Key was used for another upload. Nothing was stored."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "This upload is being received already. Ask again when it is done."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "This upload is being received already. Ask again in a moment."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Upload not found. Begin it anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "You have %1 uploads under way. Finish or end one of them first."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The upload comes in too many pieces; send larger ones."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "That is more than the upload was announced to have."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The bytes are not those of Upload-Checksum. They were dropped; send them again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The upload has become a recording."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The key-encryption key was retired at this moment. Nothing was stored; try again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User does not have permission to change what somebody else wrote"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "This annotation was deleted meanwhile."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Annotation not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The annotation is at revision %1 by now. Nothing was changed; get it anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This Idempotency-Key was used for another recording. Nothing was written."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This Idempotency-Key was used for another recording. Nothing was deleted."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The field text must have 1 to %1 characters."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The recording ends at %1 ms, before this annotation."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The field %1 is longer than %2 characters."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Line %1: %2 Nothing was imported."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The column %1 comes twice."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "There is no column name. The first row names the columns: name, phone, campaign, agents."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file is empty. Nothing was imported."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file names no leads. Nothing was imported."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "At most %1 leads are taken at once."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The file begins like a text in UTF-16, but is none."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This is a workbook, not a text. Save it as CSV in the program that made it."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "This is no text file."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The text is neither in UTF-8 nor in Windows-1252. Save it in UTF-8."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There is no name."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There is no campaign %1."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There is no user %1."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There are %1 fields, but %2 columns."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The name must have at most %1 characters."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The phone number must have at most %1 characters."),
};

/// One of the catalogue that holds "%1", to be known by what stands around that.
struct Pattern
{
    const char *sentence;
    QRegularExpression said;
};

const QList<Pattern> &patterns()
{
    static const QList<Pattern> made = [] {
        static const QRegularExpression differing(QStringLiteral("%[0-9]"));
        QList<Pattern> all;
        for (const char *sentence : catalogue) {
            const QStringList fixed = QString::fromUtf8(sentence).split(differing);
            if (fixed.size() == 1)
                continue;
            QStringList escaped;
            for (const QString &part : fixed)
                escaped.append(QRegularExpression::escape(part));
            all.append({sentence,
                        QRegularExpression(QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.+?)"))),
                                           QRegularExpression::DotMatchesEverythingOption)});
        }
        return all;
    }();
    return made;
}

} // namespace

QString inOwnLanguage(const QString &said)
{
    const QByteArray plain = said.toUtf8();
    for (const char *sentence : catalogue)
        if (plain == sentence)
            return QCoreApplication::translate(context, sentence);
    for (const Pattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.said.match(said);
        if (!match.hasMatch())
            continue;
        QString words = QCoreApplication::translate(context, pattern.sentence);
        // What differs may be a sentence itself, as in "Line 3: There is no name."
        const QString first = inOwnLanguage(match.captured(1));
        return match.lastCapturedIndex() == 1 ? words.arg(first) : words.arg(first, inOwnLanguage(match.captured(2)));
    }
    return said;
}

std::span<const char *const> serverSentences()
{
    return catalogue;
}

} // namespace Holdfast
