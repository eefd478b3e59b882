// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/LogoutCommand.h"

#include "ctl/CountText.h"

#include <QDir>
#include <QStandardPaths>

#include <utility>

namespace Holdfast {

LogoutCommand::LogoutCommand(SignIn &signIn, SignIn::Known who, std::shared_ptr<Session> session, Console &console,
                             const CtlOptions &options, QObject *parent)
    : CtlCommand(console, options, parent)
    , m_signIn(signIn)
    , m_who(std::move(who))
    , m_session(std::move(session))
{
}

void LogoutCommand::run()
{
    if (m_session)
        return signOut();
    console().line(tr("%1 is not signed in.").arg(m_who.username));
    if (options().wipe)
        wipe();
    else
        Q_EMIT finished(true);
}

void LogoutCommand::signOut()
{
    const auto data = !options().wipe    ? SignIn::LocalData::Stays
                      : options().giveUp ? SignIn::LocalData::GoesIfLocked
                                         : SignIn::LocalData::Goes;
    const auto waiting = m_session->store->outbox();
    const qsizetype staying = waiting && !options().wipe ? waiting->size() : 0;
    answered(m_signIn.signOut(std::exchange(m_session, nullptr), data), [this, staying](const SignIn::SignedOut &out) {
        if (options().wipe)
            sayWhatStays(out.sentence, out.isLocked);
        else if (!out.sentence.isEmpty())
            console().line(out.sentence);
        if (staying > 0)
            console().line(tr("%1 recording(s) wait on this computer, and are sent when you sign in again.")
                               .arg(countText(staying)));
        Q_EMIT finished(true);
    });
}

void LogoutCommand::wipe()
{
    const auto locked = options().giveUp ? PersonalWipe::Locked::GivenUp : PersonalWipe::Locked::Stays;
    answered(m_signIn.wipe(m_who, locked), [this](const WipeLocalData::Wiped &wiped) {
        if (wiped.hadData) {
            sayWhatStays(wiped.sentence(), wiped.left.isLocked);
        } else {
            console().line(tr("There was nothing of %1 at %2 on this computer, in %3.")
                               .arg(m_who.username, m_who.server.toString(), options().profile));
            sayWhereElse();
        }
        Q_EMIT finished(true);
    });
}

void LogoutCommand::sayWhatStays(const QString &sentence, bool isLocked)
{
    console().line(
        sentence.isEmpty()
            ? tr("Nothing of %1 at %2 is left in %3.").arg(m_who.username, m_who.server.toString(), options().profile)
            : sentence);
    if (isLocked)
        console().line(tr("If nobody has that key any more, add --give-up: it is removed then, and the recordings can "
                          "be sent only from their original files."));
    sayWhereElse();
}

/// The window and this program have folders of their own, unless somebody names another.
void LogoutCommand::sayWhereElse()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString here = QDir(options().profile).canonicalPath();
    for (const QLatin1String name : {QLatin1String("/holdfast"), QLatin1String("/holdfastctl")}) {
        const QString other = data + name;
        if (QDir(other).canonicalPath() != here && PersonalWipe(other, {m_who.server, m_who.username}).hasData())
            console().line(tr("There is still data of %1 in %2, which --profile names.").arg(m_who.username, other));
    }
}

} // namespace Holdfast
