// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/Ctl.h"

#include "actions/RefreshLeads.h"
#include "ctl/AuditCommand.h"
#include "ctl/DiscardCommand.h"
#include "ctl/HoldsCommand.h"
#include "ctl/ImportCommand.h"
#include "ctl/KeysCommand.h"
#include "ctl/LogoutCommand.h"
#include "ctl/MattersCommand.h"
#include "ctl/PasswordCommand.h"
#include "ctl/PasswordSource.h"
#include "ctl/PolicyCommand.h"
#include "ctl/RetentionCommand.h"
#include "ctl/ReviewCommand.h"
#include "ctl/StorageCommand.h"
#include "ctl/UploadCommand.h"
#include "ctl/UsersCommand.h"
#include "ctl/WatchCommand.h"
#include "ctl/WebhooksCommand.h"
#include "domain/WhenFinished.h"

#include <QTimer>

#include <utility>

namespace Holdfast {

Ctl::Ctl(const CtlOptions &options, Console &console, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_console(console)
    , m_keychain(DesktopKeychain::ofHoldfast())
    , m_signIn(m_api, *m_keychain, &QDateTime::currentDateTimeUtc, options.profile)
{
}

Ctl::~Ctl() = default;

void Ctl::start()
{
    const SignIn::Known last = m_signIn.lastUsed();
    const SignIn::Known who{m_options.server.isEmpty() ? last.server : m_options.server,
                            m_options.username.isEmpty() ? last.username : m_options.username};
    if (who.server.isEmpty() || who.username.isEmpty()) {
        end({FailureKind::Malformed, tr("Give --server and --user."), {}, {}});
        return;
    }
    if (m_options.command == CtlOptions::Command::Login) {
        signInWithPassword(who);
        return;
    }
    whenFinished(m_signIn.resume(who), this, [this, who](const Result<std::shared_ptr<Session>> &session) {
        const bool needsPassword = !session && session.error().kind == FailureKind::NotSignedIn;
        if (needsPassword && m_options.command == CtlOptions::Command::Logout) {
            logout(who);
        } else if (needsPassword) {
            signInWithPassword(who);
        } else {
            signedIn(session);
        }
    });
}

void Ctl::signInWithPassword(const SignIn::Known &who)
{
    const Result<QString> password = readPassword(m_options.passwordFile, who.username);
    if (!password) {
        end(password.error());
        return;
    }
    whenFinished(m_signIn.signIn(who.server, who.username, *password), this,
                 [this](const Result<std::shared_ptr<Session>> &session) { signedIn(session); });
}

void Ctl::signedIn(const Result<std::shared_ptr<Session>> &session)
{
    if (!session) {
        if (!waitsForTheServer(session.error()))
            end(session.error());
        return;
    }
    m_session = *session;
    run();
}

/// Whoever watches goes on watching: it is said once, and tried again.
bool Ctl::waitsForTheServer(const Failure &failure)
{
    if (m_options.command != CtlOptions::Command::Watch || m_options.once || !mayRetry(failure.kind))
        return false;
    if (std::exchange(m_said, failure.message) != failure.message)
        m_console.problem(failure);
    constexpr std::chrono::seconds usual{10};
    QTimer::singleShot(failure.retryAfter.value_or(usual), this, &Ctl::start);
    return true;
}

void Ctl::run()
{
    using Command = CtlOptions::Command;
    const bool takesIn = m_options.command == Command::Upload || m_options.command == Command::Send ||
                         m_options.command == Command::Watch;
    for (const QString &sentence : {m_session->keyringProblem, m_session->storeProblem})
        if (takesIn && !sentence.isEmpty())
            m_console.problem(sentence);
    switch (m_options.command) {
    case CtlOptions::Command::Login:
        login();
        return;
    case CtlOptions::Command::Leads:
        leads();
        return;
    case CtlOptions::Command::ImportLeads:
        importLeads();
        return;
    case CtlOptions::Command::Upload:
        upload();
        return;
    case CtlOptions::Command::Send:
        send();
        return;
    case CtlOptions::Command::Discard:
        run(std::make_unique<DiscardCommand>(*m_session, m_console, m_options));
        return;
    case CtlOptions::Command::List:
        list();
        return;
    case CtlOptions::Command::Get:
        get();
        return;
    case CtlOptions::Command::Download:
        download();
        return;
    case CtlOptions::Command::Watch:
        watch();
        return;
    case CtlOptions::Command::Evidence:
        evidence();
        return;
    case CtlOptions::Command::Logout:
        logout({m_session->server, m_session->account});
        return;
    case Command::Holds:
    case Command::PlaceHold:
    case Command::PreviewRelease:
    case Command::ReleaseHolds:
    case Command::ReleaseRequests:
    case Command::ApproveRelease:
    case Command::RefuseRelease:
    case Command::WithdrawRelease:
        run(std::make_unique<HoldsCommand>(m_api, m_console, m_options));
        return;
    case Command::Matters:
    case Command::AddMatter:
    case Command::ChangeMatter:
    case Command::CloseMatter:
    case Command::OpenMatter:
    case Command::DeleteMatter:
        run(std::make_unique<MattersCommand>(m_api, m_console, m_options));
        return;
    case Command::Policies:
    case Command::PreviewPolicy:
    case Command::AddPolicy:
    case Command::ChangePolicy:
    case Command::DeletePolicy:
        run(std::make_unique<PolicyCommand>(m_api, m_console, m_options));
        return;
    case Command::DueSoon:
    case Command::Sweeps:
    case Command::Sweep:
    case Command::ApproveSweep:
    case Command::RefuseSweep:
        run(std::make_unique<RetentionCommand>(m_api, m_console, m_options));
        return;
    case CtlOptions::Command::History:
    case CtlOptions::Command::ListAudit:
    case CtlOptions::Command::ExportAudit:
    case CtlOptions::Command::VerifyAudit:
    case CtlOptions::Command::SaveCheckpoint:
        audit();
        return;
    case CtlOptions::Command::Users:
    case CtlOptions::Command::AddUser:
    case CtlOptions::Command::ChangeUser:
    case CtlOptions::Command::SetUserPassword:
    case CtlOptions::Command::DisableUser:
    case CtlOptions::Command::EnableUser:
        run(std::make_unique<UsersCommand>(m_api, m_console, m_options));
        return;
    case Command::Delete:
        run(std::make_unique<ReviewCommand>(m_api, m_console, m_options));
        return;
    case Command::ChangePassword:
        run(std::make_unique<PasswordCommand>(m_signIn, m_session, m_console, m_options));
        return;
    case Command::Storage:
        run(std::make_unique<StorageCommand>(m_api, m_console, m_options));
        return;
    case Command::Webhooks:
    case Command::AddWebhook:
    case Command::ChangeWebhook:
    case Command::DeleteWebhook:
    case Command::Deliveries:
    case Command::ReplayDeliveries:
    case Command::TestWebhook:
        run(std::make_unique<WebhooksCommand>(m_api, m_console, m_options));
        return;
    case Command::Keys:
    case Command::RotateKeys:
    case Command::RetireKey:
    case Command::RotateTokenKey:
    case Command::RotateCheckpointKey:
        run(std::make_unique<KeysCommand>(m_api, m_console, m_options));
        return;
    case CtlOptions::Command::VerifyPack: // wants no server: main() does it
    case CtlOptions::Command::ShowHelp:
    case CtlOptions::Command::ShowVersion:
        break; // main() answers these
    }
    Q_UNREACHABLE();
}

void Ctl::login()
{
    if (!m_session->tokenKept) {
        end({FailureKind::Unreachable, m_session->keyringProblem, {}, {}});
        return;
    }
    m_console.line(tr("%1 is signed in at %2.").arg(m_session->account, m_session->server.toString()));
    end(true);
}

void Ctl::upload()
{
    if (m_options.match) {
        uploadByNames();
        return;
    }
    upload(LeadId{numberAsked()}, m_options.arguments.mid(1));
}

void Ctl::importLeads()
{
    auto command = std::make_unique<ImportCommand>(m_api, m_console, m_options.json);
    connect(command.get(), &ImportCommand::finished, this, [this](bool allDone) { end(allDone); });
    command->start(m_options.arguments.first(), m_options.preview);
    m_action = std::move(command);
}

void Ctl::audit()
{
    using Command = CtlOptions::Command;
    auto command = std::make_unique<AuditCommand>(m_api, m_console, m_options);
    AuditCommand *running = command.get();
    connect(running, &AuditCommand::finished, this, [this](bool allDone) { end(allDone); });
    m_action = std::move(command);
    const QString file = m_options.arguments.value(0);
    if (m_options.command == Command::ListAudit || m_options.command == Command::History)
        running->list();
    else if (m_options.command == Command::ExportAudit)
        running->exportTo(file);
    else if (m_options.command == Command::VerifyAudit)
        running->verify(file);
    else
        running->checkpoint(file);
}

/// Until it says that it is done.
void Ctl::run(std::unique_ptr<CtlCommand> command)
{
    CtlCommand *running = command.get();
    connect(running, &CtlCommand::finished, this, [this](bool allDone) { end(allDone); });
    m_action = std::move(command);
    running->run();
}

/// Among the leads as the server has them now.
void Ctl::uploadByNames()
{
    auto refresh = std::make_unique<RefreshLeads>(*m_session, m_api);
    whenFinished(refresh->leads(), this, [this](const Done &done) {
        if (!done)
            end(done.error());
        else
            upload(std::nullopt, m_options.arguments);
    });
    m_action = std::move(refresh);
}

void Ctl::upload(std::optional<LeadId> lead, const QStringList &paths)
{
    auto command = std::make_unique<UploadCommand>(*m_session, m_api, m_console, m_options);
    connect(command.get(), &UploadCommand::finished, this, [this](bool allDone) { end(allDone); });
    command->upload(lead, paths);
    m_action = std::move(command);
}

void Ctl::send()
{
    auto command = std::make_unique<UploadCommand>(*m_session, m_api, m_console, m_options);
    UploadCommand *running = command.get();
    connect(running, &UploadCommand::finished, this, [this](bool allDone) { end(allDone); });
    m_action = std::move(command);
    running->sendWaiting();
}

void Ctl::watch()
{
    const Result<QList<RecordingSource>> sources = WatchCommand::sourcesOf(m_options, m_session->sources);
    if (!sources) {
        end(sources.error());
        return;
    }
    auto command = std::make_unique<WatchCommand>(*m_session, m_api, m_console, m_options);
    connect(command.get(), &WatchCommand::finished, this, [this](bool allDone) { end(allDone); });
    command->start(*sources);
    m_action = std::move(command);
}

void Ctl::stop()
{
    if (auto *watching = qobject_cast<WatchCommand *>(m_action.get()))
        watching->stop();
    else if (auto *importing = qobject_cast<ImportCommand *>(m_action.get()))
        importing->stop();
    else
        end(true);
}

void Ctl::logout(const SignIn::Known &who)
{
    run(std::make_unique<LogoutCommand>(m_signIn, who, std::exchange(m_session, nullptr), m_console, m_options));
}

void Ctl::end(const Failure &failure)
{
    m_console.problem(failure);
    end(false);
}

void Ctl::end(bool allDone)
{
    const int exitCode = allDone ? 0 : 1;
    if (!m_session || m_session->tokenKept) {
        Q_EMIT finished(exitCode);
        return;
    }
    // A sign-in that nobody can use again has no business to live on until it expires.
    m_session->sync->stop();
    whenFinished(m_api.logout(), this, [this, exitCode](const Done &) { Q_EMIT finished(exitCode); });
}

} // namespace Holdfast
