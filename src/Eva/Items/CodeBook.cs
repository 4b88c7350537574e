using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Items;

/// <summary>A bank beside the code book of its situation.</summary>
static class CodeBook
{
    /// <summary>Ids of the code book that the bank does not have.</summary>
    public static IReadOnlyList<string> Missing(BankOutline outline, SituationBank bank) => outline.Situation switch
    {
        CafeCodebook.Situation => BankGap.OfCafe(bank.Items.Select(i => i.Id)).Missing,
        MarcheCodebook.Situation => BankGap.OfMarche(bank.Items.Select(i => i.Id)).Missing,
        _ => [],
    };
}
