namespace Beffroi.Detection;

/// <summary>Shares laid side by side by object, objects in order of first appearance.</summary>
sealed class ByObject
{
    readonly int[] _starts;
    readonly long[] _times;
    readonly int[] _positions;

    ByObject(int[] starts, long[] times, int[] positions) => (_starts, _times, _positions) = (starts, times, positions);

    public int Count => _starts.Length - 1;

    public Span<long> Times(int at) => _times.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);

    public Span<int> Positions(int at) => _positions.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);

    public static ByObject Of(ShareTable table, int[]? sequence)
    {
        var count = sequence?.Length ?? table.Count;
        var (objects, times) = (table.ObjectColumn, table.TimeColumn);
        var numbers = new int[table.Objects.Count];
        Array.Fill(numbers, -1);
        var sizes = new List<int>(numbers.Length);
        for (var position = 0; position < count; position++)
        {
            ref var number = ref numbers[objects[sequence is null ? position : sequence[position]]];
            if (number < 0)
            {
                number = sizes.Count;
                sizes.Add(0);
            }

            sizes[number]++;
        }

        var starts = new int[sizes.Count + 1];
        for (var i = 0; i < sizes.Count; i++)
        {
            starts[i + 1] = starts[i] + sizes[i];
        }

        var next = starts.AsSpan(0, sizes.Count).ToArray();
        var laid = new ByObject(starts, new long[count], new int[count]);
        for (var position = 0; position < count; position++)
        {
            var row = sequence is null ? position : sequence[position];
            var to = next[numbers[objects[row]]]++;
            laid._times[to] = times[row];
            laid._positions[to] = position;
        }

        return laid;
    }

    /// <summary>Parts of about as many shares each: the first object of each part, and the end.</summary>
    public int[] Cuts(int parts)
    {
        var cuts = new int[parts + 1];
        var rows = _times.Length;
        for (var part = 1; part < parts; part++)
        {
            var at = Array.BinarySearch(_starts, (int)((long)rows * part / parts));
            cuts[part] = Math.Clamp(at < 0 ? ~at : at, cuts[part - 1], Count);
        }

        cuts[parts] = Count;
        return cuts;
    }
}
