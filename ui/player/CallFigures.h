// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AgentChannel.h"
#include "domain/CallAnalysis.h"

#include <QWidget>

#include <optional>

namespace Holdfast {

/// What can be heard of a call, in a strip and a few words: who talks how much, how long nobody does, and what is wrong
/// with the sound. Nothing where it is not known.
class CallFigures : public QWidget
{
    Q_OBJECT
public:
    explicit CallFigures(QWidget *parent = nullptr);

    void show(const std::optional<CallAnalysis> &analysis, AgentChannel agent);

    /// "Agent talks 38 % · customer 37 % · nobody 25 %, longest 0:12 at 3:10".
    static QString words(const CallAnalysis &analysis, AgentChannel agent);
    /// What is wrong with the sound; empty where nothing is.
    static QString warning(const CallAnalysis &analysis, AgentChannel agent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QString details(const CallAnalysis &analysis, AgentChannel agent);

    std::optional<CallAnalysis> m_analysis;
    AgentChannel m_agent = AgentChannel::Unknown;
};

} // namespace Holdfast
