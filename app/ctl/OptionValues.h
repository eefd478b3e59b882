// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/CtlOptions.h"

#include <optional>

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

/// How the values of options are read, and the refusals that all of them share.
namespace Holdfast {

tl::unexpected<Failure> malformed(const QString &sentence);

/// None where it is not given. Malformed, naming the option, for all but a number from 1 on.
Result<std::optional<qint64>> readNumber(const QCommandLineParser &parser, const QString &option);

enum class DayEdge { Begin, End };
/// A day as 2026-11-20, meant here, and that edge of it; or a moment of the contract's form. None where not given.
Result<std::optional<QDateTime>> readTime(const QCommandLineParser &parser, const QString &option, DayEdge edge);

/// Of a number of days that was checked; what is beyond all bounds stays beyond them, and the server says so.
int daysIn(const QString &number);

/// Malformed where the option is given with another command than these, whose names are told.
Done goesOnlyWith(const QCommandLineParser &parser, const char *option, CtlOptions::Command command,
                  const QList<CtlOptions::Command> &commands, const char *names);

} // namespace Holdfast
