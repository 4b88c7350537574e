using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>The sheet: a line for each drink. Handed in, the lines that are right stay; the others are typed again.</summary>
public sealed class Sheet(Stock stock, IReadOnlyDictionary<string, string> handedIn)
{
    public IReadOnlyList<SheetLine> Lines { get; } =
        [.. stock.Drinks.Select(drink => new SheetLine(drink, typed => stock.Judge(drink.Id, typed), handedIn.GetValueOrDefault(drink.Id)))];

    public bool HandedIn { get; private set; } = handedIn.Count > 0;

    /// <summary>Why the sheet cannot be handed in yet, said kindly.</summary>
    public string? Missing { get; private set; }

    public int Right => Count(LineState.Right);

    public int Wrong => Count(LineState.Wrong);

    public int Blank => Count(LineState.Blank);

    public bool AllRight => Right == Lines.Count;

    /// <summary>Something was typed since the last time.</summary>
    public bool Changed => Lines.Any(line => line.Changed);

    /// <summary>False when there is nothing new to look at, or something that is no number: it is then no try.</summary>
    public bool HandIn()
    {
        Missing =
            Lines.Any(line => line.Unreadable) ? "Écrivez les nombres avec des chiffres."
            : Lines.All(line => string.IsNullOrWhiteSpace(line.Text)) ? "Écrivez au moins 1 nombre."
            : !Changed ? "Changez 1 ligne, puis validez."
            : null;
        if (Missing is not null)
        {
            return false;
        }

        foreach (var line in Lines)
        {
            line.HandIn();
        }

        return HandedIn = true;
    }

    public void Forgive() => Missing = null;

    /// <summary>Copies what the person noted, on the lines still open.</summary>
    public void Copy(Notes notes)
    {
        foreach (var line in Lines.Where(line => notes.Of(line.Drink) > 0))
        {
            line.Type(Said(notes.Of(line.Drink)));
        }
    }

    private int Count(LineState state) => Lines.Count(line => line.Verdict == state);

    private static string Said(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
