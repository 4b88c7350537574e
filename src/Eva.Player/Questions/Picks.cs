namespace Beffroi.Eva.Player.Questions;

/// <summary>Things pointed at, as many as are asked for.</summary>
/// <param name="wanted">How many.</param>
public sealed class Picks(int wanted)
{
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);

    public int Wanted => wanted;

    public int Count => _chosen.Count;

    public bool Has(string id) => _chosen.Contains(id);

    /// <summary>Points at a thing, or takes it back. Where one only is asked for, another replaces it. False: there are enough already.</summary>
    public bool Press(string id)
    {
        if (_chosen.Remove(id))
        {
            return true;
        }

        if (wanted == 1)
        {
            _chosen.Clear();
        }

        return _chosen.Count < wanted && _chosen.Add(id);
    }

    /// <summary>The chosen ids in a given order.</summary>
    public string Of(IEnumerable<string> order) => string.Join(' ', order.Where(_chosen.Contains));

    /// <summary>What is said to who points at one more than is asked for.</summary>
    public string Enough => $"Vous en montrez déjà {wanted}. Touchez-en 1 pour le retirer.";

    public string? Missing(string thing, string then) => (wanted - _chosen.Count, _chosen.Count) switch
    {
        (0, _) => null,
        (1, 0) => $"Montrez 1 {thing}. {then}",
        (_, 0) => $"Montrez {wanted} {thing}s. {then}",
        (var left, _) => $"Montrez encore {left} {thing}{(left > 1 ? "s" : "")}. {then}",
    };
}
