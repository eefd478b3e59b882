// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Server.h"
#include "domain/User.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace Holdfast {

/// What somebody asked holdfast-server to do.
struct CommandLine
{
    enum class Command {
        Serve,
        Check,
        AddUser,
        Import,
        VerifyAudit,
        ListKeys,
        RotateKeys,
        RetireKey,
        RotateTokenKey,
        RotateCheckpointKey,
        ShowHelp,
        ShowVersion
    };

    Command command = Command::Serve;
    DataFolder::Options data;
    ServerOptions server;
    bool demo = false;
    QByteArray adminPassword; ///< HOLDFAST_ADMIN_PASSWORD; empty where it is not set

    User newUser; ///< for AddUser
    QString passwordFile;

    QString importFile; ///< for Import
    bool makeMissing = false;

    QString checkpointFile;   ///< for VerifyAudit; empty: none was kept
    QString keyId;            ///< for RetireKey
    bool endSessions = false; ///< for RotateTokenKey
    bool isKeyLost = false;   ///< for RotateCheckpointKey

    QString help; ///< for ShowHelp
};

/// Malformed, with a sentence, for what can't be understood; nothing is passed over.
Result<CommandLine> readCommandLine(const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace Holdfast
