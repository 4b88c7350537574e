namespace Beffroi.Eva.Player.Questions;

/// <summary>Pieces in an order that the person changes.</summary>
public sealed class Row(IEnumerable<string> pieces)
{
    private readonly List<string> _pieces = [.. pieces];

    public IReadOnlyList<string> Pieces => _pieces;

    /// <summary>The piece taken, and not put down yet.</summary>
    public string? InHand { get; private set; }

    public bool Moved { get; private set; }

    public string Value => string.Join(' ', _pieces);

    /// <summary>The first press takes a piece, the second puts it in the place of another; twice on the same puts it back.</summary>
    public void Press(string piece)
    {
        if (InHand is { } held && !Same(held, piece))
        {
            MoveTo(held, IndexOf(piece));
        }
        else
        {
            InHand = InHand is null ? piece : null;
        }
    }

    public void Up(string piece) => MoveTo(piece, IndexOf(piece) - 1);

    public void Down(string piece) => MoveTo(piece, IndexOf(piece) + 1);

    /// <summary>Puts a piece at a place, from 0; the others make room.</summary>
    public void MoveTo(string piece, int place)
    {
        InHand = null;
        var from = IndexOf(piece);
        if (from < 0 || place < 0 || place >= _pieces.Count || place == from)
        {
            return;
        }

        _pieces.RemoveAt(from);
        _pieces.Insert(place, piece);
        Moved = true;
    }

    public int IndexOf(string piece) => _pieces.FindIndex(other => Same(other, piece));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
