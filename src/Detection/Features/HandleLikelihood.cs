namespace Beffroi.Detection;

/// <summary>
/// How likely a handle is among those of people: the frequencies of pairs of characters in a row (Yang, Varol, Hui and Menczer, 2020). Letters
/// without case, digits as one another, and anything else as one; only these frequencies are kept, no handle.
/// </summary>
public sealed class HandleLikelihood
{
    /// <summary>26 letters, the digit, anything else, and the edge.</summary>
    const int Symbols = 29;
    const int Edge = Symbols - 1;

    readonly float[] _log;

    HandleLikelihood(float[] log) => _log = log;

    /// <summary>Learns from handles of people. Each pair is counted once more than seen, so that none is impossible.</summary>
    /// <param name="handles">Handles, without the @.</param>
    public static HandleLikelihood Learn(IEnumerable<string> handles)
    {
        ArgumentNullException.ThrowIfNull(handles);
        var counts = new double[Symbols * Symbols];
        Array.Fill(counts, 1);
        foreach (var handle in handles)
        {
            var last = Edge;
            foreach (var letter in handle)
            {
                counts[(last * Symbols) + Symbol(letter)]++;
                last = Symbol(letter);
            }

            counts[(last * Symbols) + Edge]++;
        }

        var log = new float[Symbols * Symbols];
        for (var i = 0; i < Symbols; i++)
        {
            var row = counts.AsSpan(i * Symbols, Symbols);
            var total = 0.0;
            foreach (var count in row)
            {
                total += count;
            }

            for (var j = 0; j < Symbols; j++)
            {
                log[(i * Symbols) + j] = (float)Math.Log(row[j] / total);
            }
        }

        return new(log);
    }

    /// <summary>Mean over the pairs of the natural logarithm of their likelihood; NaN for an empty handle.</summary>
    /// <param name="handle">The handle, without the @.</param>
    public float Of(ReadOnlySpan<char> handle)
    {
        var (last, sum) = (Edge, 0.0);
        foreach (var letter in handle)
        {
            var symbol = Symbol(letter);
            sum += _log[(last * Symbols) + symbol];
            last = symbol;
        }

        return handle.IsEmpty ? float.NaN : (float)((sum + _log[(last * Symbols) + Edge]) / (handle.Length + 1));
    }

    internal void Write(BinaryWriter writer)
    {
        foreach (var value in _log)
        {
            writer.Write(value);
        }
    }

    internal static HandleLikelihood Read(BinaryReader reader)
    {
        var log = new float[Symbols * Symbols];
        for (var i = 0; i < log.Length; i++)
        {
            log[i] = reader.ReadSingle();
            if (!(log[i] <= 0) || !float.IsFinite(log[i]))
            {
                throw new InvalidDataException("The likelihoods of handles are not logarithms of probabilities.");
            }
        }

        return new(log);
    }

    static int Symbol(char letter) => char.ToLowerInvariant(letter) switch
    {
        >= 'a' and <= 'z' and var l => l - 'a',
        >= '0' and <= '9' => 26,
        _ => 27,
    };
}
