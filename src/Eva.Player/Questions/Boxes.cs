using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>Pieces put in slots; those in none are on the table.</summary>
public sealed class Boxes(IReadOnlyList<Movable> pieces, IReadOnlyList<Slot> slots)
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <summary>The piece taken, and not put down yet.</summary>
    public string? InHand { get; private set; }

    public bool Any => _places.Count > 0;

    public IEnumerable<Movable> OnTable => pieces.Where(piece => !_places.ContainsKey(piece.Id));

    public string Value => string.Join(' ', pieces.Where(piece => _places.ContainsKey(piece.Id)).Select(piece => $"{piece.Id}={_places[piece.Id]}"));

    /// <summary>A piece may belong nowhere: what is left is only told.</summary>
    public string? Missing => (OnTable.Count(), Any) switch
    {
        (_, false) => "Prenez une étiquette. Posez-la dans une case.",
        (0, _) => null,
        (1, _) => "Il reste 1 étiquette. Posez-la. Ou appuyez encore sur « Valider ».",
        (var left, _) => $"Il reste {left} étiquettes. Posez-les. Ou appuyez encore sur « Valider ».",
    };

    public IEnumerable<Movable> In(string slot) => pieces.Where(piece => _places.TryGetValue(piece.Id, out var place) && Same(place, slot));

    /// <summary>Takes a piece, from the table or from its slot; the one in hand is let go where it was.</summary>
    public void Take(string piece) => InHand = Same(InHand, piece) ? null : piece;

    /// <summary>Puts the piece in hand in a slot. False: nothing is in hand.</summary>
    public bool Put(string slot)
    {
        if (InHand is not { } piece)
        {
            return false;
        }

        Put(piece, slot);
        return true;
    }

    /// <param name="piece">Its id.</param>
    /// <param name="slot">The table when null or unknown.</param>
    public void Put(string piece, string? slot)
    {
        InHand = null;
        if (!pieces.Any(known => Same(known.Id, piece)))
        {
            return;
        }

        if (slot is not null && slots.Any(known => Same(known.Id, slot)))
        {
            _places[piece] = slot;
        }
        else
        {
            _places.Remove(piece);
        }
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
