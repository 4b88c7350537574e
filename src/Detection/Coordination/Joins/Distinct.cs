namespace Beffroi.Detection;

/// <summary>Counts distinct numbers, its room used again.</summary>
sealed class Distinct
{
    int[] _values = new int[64];
    int _count;

    public void Clear() => _count = 0;

    public void Add(int value)
    {
        if (_count == _values.Length)
        {
            Array.Resize(ref _values, _count * 2);
        }

        _values[_count++] = value;
    }

    public int Count() => Values().Length;

    /// <summary>The numbers, each once, increasing; valid until the next change.</summary>
    public Span<int> Values()
    {
        var values = _values.AsSpan(0, _count);
        values.Sort();
        var distinct = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || values[i] != values[i - 1])
            {
                values[distinct++] = values[i];
            }
        }

        _count = distinct;
        return values[..distinct];
    }
}
