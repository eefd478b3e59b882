// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ServerSentences.h"

#include <QCoreApplication>

#include <array>

namespace Holdfast {

namespace {

constexpr std::array catalogue{
    // What an agent meets: signing in, listening, uploads, notes and annotations, the import of leads.
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
                      "The server's disk is nearly full. Nothing was stored; ask an administrator for more room."),
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

    // What supervisors and admins meet: users, holds, retention, the audit log, evidence, keys and webhooks.
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "%1 changed this at %2. Nothing was overwritten; look at it again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This is at revision %1 by now. Nothing was overwritten; look at it again."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Campaign not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A campaign named %1 already exists."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A user named %1 already exists."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This is the last admin who can sign in. Make somebody else an admin first."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "A user's name has 1 to 64 characters and no spaces. Nothing was changed."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "User does not have permission to change compliance holds"),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "The recording stays under compliance hold: %1. Release what still holds it (/api/holds/{id}/release)."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "The recording stays under compliance hold until a second person approves its release (release request %1)."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A hold can't be over what is on hold: leave out complianceHold."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The field search must ask for something: this one finds every recording."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Hold not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Hold %1 was released before"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Matter not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A matter of this name already exists"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "This matter is for holds that name none, and can't be closed"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "%1 holds stand for this matter. Release them before it is closed."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "A matter that holds were placed for is closed, not deleted: it says why they were."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A release that one has asked for is decided by somebody else"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A release is withdrawn by whoever asked for it"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "%1, who asked for this release, may not release holds any more, so it can't be decided. Ask for "
                      "the release anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "You may not release holds any more. Nothing was decided."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "This request lapsed, so nobody can decide it any more. Where the hold still stands, ask for its "
                      "release anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Release request not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The release of hold %1 was asked for already, by %2; it waits for a second person"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "That was decided before: it is %1"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Retention policy not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Retention policy already exists for this campaign"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Retention policy already exists for this agent"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "A default retention policy already exists"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The recording has not run its time any more"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Retention sweep not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "Retention sweep %1 is under way already, or waits for an admin's yes."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The retention sweep is not counting any more"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The retention sweep does not wait for a yes: it is %1."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The server's clock may be wrong, so nothing is deleted and the sweep goes on waiting. Set the "
                      "clock right and say yes again; or, if it is right now, say no to this sweep and begin another, "
                      "saying that the clock is right."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The retention sweep is not under way: it is %1."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Only an admin can say that the clock is right"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The server's clock says %1 and said %2 before: it went back. Nothing is deleted by a clock that "
                      "may be wrong. Set it right; or, if it is right now, an admin begins a sweep and says so."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The server's clock says %1, and was last seen at %2: it went far forward, or the server was not "
                      "running for more than %3 days. Nothing is deleted by a clock that may be wrong. Set it right; "
                      "or, if it is right, an admin begins a sweep and says so."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The audit log has no checkpoint yet."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The audit log can't prove its entry %1: it was changed by others than the server."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "The audit log can't prove this: it was changed by others than the server. Verify it to learn where."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The audit log or its key was changed by others than the server: new entries are kept, but not "
                      "signed. See holdfast-server audit verify."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "The key that signs the audit log is missing or can't be used. Recordings are safe and in reach, and the log "
        "goes on, but nothing of it is signed. Put the key back into the keys folder from its backup and start the "
        "server anew; or, if it is lost, give the log a new one (holdfast-server keys rotate-checkpoint --lost)."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The audit log has no checkpoint that could prove its entries, so "
                                                   "no pack was made. Verify the log to learn why."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "Hold %1 for this matter is still being placed on its recordings. Nothing was packed; try again in a moment."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "There is no recording to pack: no hold for the matter stands over one, or the lead has none."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "These are more than %1 recordings, which no pack holds. Make one for each lead."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The key that signs the audit log is not lost: it is here and can sign for the next one. Nothing "
                      "was changed; rotate it without saying that it is lost."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The audit log is signed with a new key, %1. Nothing of the lost one vouches for it, and the log "
                      "says so: give the new key to everybody who keeps checkpoints, or checks evidence packs, "
                      "yourself. Back up the keys folder now."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The audit log is signed with a new key, %1. The old one has signed for it, and what it signed "
                      "goes on verifying; its own file is removed. Back up the keys folder now."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There is no such key-encryption key."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "New recordings are sealed under this key-encryption key. Rotate it first."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "Backups of the database from before now still need it: keep the copy of it that was made with "
                      "them, or make a new backup and discard the older ones."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "Tokens are signed with a new key. Everybody is signed out and signs in anew."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "Tokens are signed with a new key. Those from before count until they end, within %1 hours."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Webhook not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The webhook is switched off, so nothing is sent to it. Switch it on first."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Delivery not found"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "There are %1 webhooks already. Delete one first."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "Webhooks to %1 must use https."),
    QT_TRANSLATE_NOOP(
        "Holdfast::ServerSentences",
        "Webhooks may not go to %1. The setting HOLDFAST_WEBHOOK_HOSTS of the server names where they may go."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The target took nothing for three days. Of late: %1"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences",
                      "The target answered %1. Redirects are not followed: name the place itself."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The target answered %1."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The target did not answer in time."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The target's name has no address."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The target's address is not of the public internet. Where it "
                                                   "belongs there, name it in HOLDFAST_WEBHOOK_HOSTS."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The target did not answer: %1."),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "The webhook's secret can't be opened. Give it a new one."),
};

} // namespace

std::span<const char *const> serverSentences()
{
    return catalogue;
}

} // namespace Holdfast
