using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>What is said of a sheet: facts, never a judgement.</summary>
public static class InventoryWords
{
    public static string AfterTraining(Stock stock, Sheet sheet)
    {
        var drink = stock.Drinks[0];
        return sheet.AllRight
            ? $"Oui, il y a {Bottles(stock.CountOf(drink.Id))}. Vous savez remplir la feuille."
            : $"Vous écrivez {sheet.Lines[0].Text.Trim()}. Retournez au placard et comptez encore.";
    }

    /// <summary>After « Valider »: how many lines are right, and what remains.</summary>
    public static string AfterTry(Sheet sheet) => string.Join(' ', Sentences(sheet));

    public static string Thanks(Sheet sheet) => (sheet.AllRight, sheet.Right) switch
    {
        (true, _) => $"Le stock est compté : les {sheet.Lines.Count} lignes sont justes.",
        (false, 0) => "Vos nombres sont gardés.",
        (false, var right) => $"Vos nombres sont gardés. {Lines(right)} {Are(right)} juste{S(right)}.",
    };

    private static IEnumerable<string> Sentences(Sheet sheet)
    {
        yield return sheet.Right == 0 ? "Vos nombres sont gardés." : $"{Lines(sheet.Right)} {Are(sheet.Right)} juste{S(sheet.Right)}.";
        if (sheet.Wrong > 0)
        {
            yield return $"{Lines(sheet.Wrong)} {Are(sheet.Wrong)} à recompter.";
        }

        if (sheet.Blank > 0)
        {
            yield return $"{Lines(sheet.Blank)} {Are(sheet.Blank)} à remplir.";
        }
    }

    public static string Bottles(int count) => $"{count} bouteille{S(count)}";

    private static string Lines(int count) => $"{count} ligne{S(count)}";

    private static string Are(int count) => count > 1 ? "sont" : "est";

    private static string S(int count) => count > 1 ? "s" : "";
}
