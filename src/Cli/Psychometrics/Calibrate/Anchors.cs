using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>Items whose parameters stay those of a bank.</summary>
static class Anchors
{
    /// <summary>The items of the bank that the file has, by name.</summary>
    /// <exception cref="CommandFailedException">There is none, or one cannot be held fixed.</exception>
    public static ImmutableDictionary<string, BankedItem> Of(Bank? bank, AnswerTable answers)
    {
        if (bank is null)
        {
            return ImmutableDictionary<string, BankedItem>.Empty;
        }

        var anchors = bank.Items.Where(item => answers.Items.Contains(item.Name, StringComparer.Ordinal)).ToImmutableDictionary(item => item.Name, StringComparer.Ordinal);
        return anchors.IsEmpty ? throw new CommandFailedException($"{bank.Source} : aucune ancre n’est dans {answers.Name}", ExitCodes.BadUsage)
            : anchors.Values.FirstOrDefault(item => item.Model is LogisticItem { UpperAsymptote: < 1 }) is { } slipping
                ? throw new CommandFailedException($"{bank.Source} : l’ancre {Quoted.Text(slipping.Name)} a une asymptote d sous 1, que la calibration n’a pas", ExitCodes.BadUsage)
            : anchors;
    }

    /// <summary>The curves of an anchor, whatever the model of the items that are estimated.</summary>
    public static ItemFamily Family(ItemModel model) => model switch
    {
        LogisticItem { LowerAsymptote: > 0 } => ItemFamily.ThreeParameter,
        GradedItem => ItemFamily.GradedResponse,
        PartialCreditItem => ItemFamily.GeneralisedPartialCredit,
        _ => ItemFamily.TwoParameter,
    };
}
