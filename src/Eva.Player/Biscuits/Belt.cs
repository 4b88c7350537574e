using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Biscuits;

/// <summary>A biscuit on the belt.</summary>
/// <param name="Place">How far it is, in places: 0 where it comes in, <see cref="Belt.Places"/> where it leaves.</param>
public readonly record struct OnBelt(BeltPiece Piece, double Place);

/// <summary>What one move of the belt did.</summary>
public readonly record struct BeltMove(IReadOnlyList<BeltPiece> Came, IReadOnlyList<BeltPiece> Left, bool Stepped)
{
    /// <summary>Something to see or to tell; between two places the page slides biscuits by itself.</summary>
    public bool Shows => Came.Count > 0 || Left.Count > 0 || Stepped;
}

/// <summary>The belt: it knows how far it has turned, in places, and no time. One biscuit comes in at each place turned.</summary>
public sealed class Belt(IEnumerable<BeltPiece> pieces)
{
    /// <summary>12 s on the belt at one place every 3 s (eva.md 1.2).</summary>
    public const int Places = 4;

    /// <summary>Where the first biscuit stands when the belt waits for it: the last place.</summary>
    public const double Waiting = Places - 1;

    private readonly Queue<BeltPiece> _toCome = new(pieces);
    private readonly List<(BeltPiece Piece, int CameAt)> _on = [];
    private double _turned;
    private int _nextAt;

    /// <summary>From the end of the belt to its start.</summary>
    public IReadOnlyList<OnBelt> Biscuits => [.. _on.Select(biscuit => new OnBelt(biscuit.Piece, _turned - biscuit.CameAt))];

    public bool IsOver => _on.Count == 0 && _toCome.Count == 0;

    /// <summary>How much further the belt goes by itself; null when nothing stops it.</summary>
    public double? Room(bool waits) => waits && _on.Count > 0 ? Math.Max(0, _on[0].CameAt + Waiting - _turned) : null;

    public BeltMove Turn(double places, bool waits)
    {
        var before = Math.Floor(_turned);
        // Nothing is on the way: the next biscuit comes at once.
        if (_on.Count == 0 && _toCome.Count > 0 && _turned < _nextAt && waits)
        {
            _turned = _nextAt;
        }

        _turned += Room(waits) is { } room ? Math.Min(places, room) : places;
        var left = _on.Where(biscuit => _turned - biscuit.CameAt >= Places).Select(biscuit => biscuit.Piece).ToList();
        _on.RemoveRange(0, left.Count);
        var came = new List<BeltPiece>();
        while (_turned >= _nextAt && _toCome.TryDequeue(out var piece))
        {
            _on.Add((piece, _nextAt++));
            came.Add(piece);
        }

        return new BeltMove(came, left, Math.Floor(_turned) > before);
    }

    public bool Take(string id) => _on.RemoveAll(biscuit => string.Equals(biscuit.Piece.Id, id, StringComparison.Ordinal)) > 0;
}
