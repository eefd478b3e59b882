// SPDX-License-Identifier: GPL-3.0-or-later
#include "retention/EffectsPanel.h"

#include "lists/RowsTable.h"
#include "look/Icons.h"
#include "look/Spacing.h"
#include "retention/PolicyWords.h"
#include "review/RetentionWords.h"

#include <QGuiApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace Holdfast {

namespace {

using Changed = PolicyEffects::Changed;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::EffectsPanel)
public:
    static QList<RowColumn<Changed>> columns(const Clock &clock)
    {
        const auto dueAnyway = [clock](const Changed &changed) {
            return changed.takenByNextSweep && changed.before.until <= clock();
        };
        return {
            {tr("Lead"), [](const Changed &changed) { return changed.leadName; }, {120, 2}},
            {tr("Recording"), [](const Changed &changed) { return ltr(changed.originalName); }, {100, 1, false, true}},
            {tr("Ends now"), [](const Changed &changed) { return dayText(changed.before.until); }, {104, 0.2, true}},
            {tr("Then"), [](const Changed &changed) { return dayText(changed.after.until); }, {104, 0.2, true}},
            {tr("Because"),
             [dueAnyway](const Changed &changed) { return because(changed, dueAnyway(changed)); },
             {160, 3},
             [dueAnyway](const Changed &changed) { return sign(changed, dueAnyway(changed)); }},
        };
    }

private:
    static QString because(const Changed &changed, bool isDueAnyway)
    {
        const QString reason = reasonWords(changed.after.reason);
        if (changed.complianceHold)
            return tr("On hold, so it stays. %1").arg(reason);
        if (isDueAnyway)
            return tr("Due already, without this change too. %1").arg(reason);
        return changed.takenByNextSweep ? tr("Gone at the next sweep. %1").arg(reason) : reason;
    }
    static QIcon sign(const Changed &changed, bool isDueAnyway)
    {
        const QPalette palette = QGuiApplication::palette();
        if (changed.complianceHold)
            return icon(Icon::Hold, warnColor(palette));
        return changed.takenByNextSweep && !isDueAnyway ? icon(Icon::Problem, badColor(palette)) : QIcon();
    }
};

} // namespace

EffectsPanel::EffectsPanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_rows(
          Words::columns(clock), [](const Changed &changed) { return changed.recording.value; },
          [this](const Changed *) {
              return finishedWith<Result<PagedRows<Changed>::Page>>(PagedRows<Changed>::Page{m_first, false});
          },
          clock)
    , m_table(new RowsTable(m_rows, tr("The first that would end")))
    , m_words(new QLabel)
{
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setMinimumWidth(1);
    m_table->setEmptySentence({});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::small);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    m_rows.readAnew();
}

void EffectsPanel::show(const PolicyEffects &effects)
{
    m_first = effects.first;
    m_rows.readAnew();
    const bool areAll = effects.changed <= m_first.size();
    m_words->setText(areAll ? effectsWords(effects)
                            : effectsWords(effects) + QLatin1Char(' ') +
                                  tr("Below are the first %Ln to end.", nullptr, static_cast<int>(m_first.size())));
}

void EffectsPanel::sayInstead(const QString &sentence)
{
    m_words->setText(sentence);
}

} // namespace Holdfast
