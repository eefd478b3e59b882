// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Holdfast {

/// What the command line asks of the desktop client. A password never stands there, only the file that holds it.
struct DesktopOptions
{
    QUrl server;
    QString username;
    QString password; ///< the first line of --password-file
    QString profile;  ///< folder of the local data

    /// Whether --help or --version is among them, which want no display. Not certainly: it may be another option's
    /// value.
    static bool mayNeedNoWindow(int argc, const char *const *argv);
    /// Answers --help and --version by itself and ends. Malformed with a sentence for options that make no sense.
    static Result<DesktopOptions> parse(const QStringList &arguments);
};

} // namespace Holdfast
