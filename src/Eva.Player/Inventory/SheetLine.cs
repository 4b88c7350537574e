using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>One drink of the sheet, with the number that the person gives it.</summary>
public sealed class SheetLine(Drink drink, Func<string, LineState> judge, string? handedIn)
{
    private string? _handedIn = handedIn;

    public Drink Drink { get; } = drink;

    public string Text { get; private set; } = handedIn ?? "";

    /// <summary>What the line was worth when it was last handed in; null before.</summary>
    public LineState? Verdict => _handedIn is null ? null : judge(_handedIn);

    /// <summary>Right lines stay: a slip of the finger takes nothing away.</summary>
    public bool Kept => Verdict == LineState.Right;

    public bool Changed => !string.Equals(Text.Trim(), (_handedIn ?? "").Trim(), StringComparison.Ordinal);

    public bool Unreadable => !string.IsNullOrWhiteSpace(Text) && Quantity.Read(Text) is null;

    public void Type(string? text)
    {
        if (!Kept)
        {
            Text = text ?? "";
        }
    }

    public void HandIn() => _handedIn = Text;
}
