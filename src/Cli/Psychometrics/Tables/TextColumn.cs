using System.Text;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Many short texts end to end in one array: a column of identifiers without an object for each.</summary>
sealed class TextColumn
{
    /// <summary>Longest text, in bytes of UTF-8.</summary>
    public const int Longest = 200;

    readonly List<int> _ends = [];
    byte[] _bytes = new byte[1024];
    int _length;

    public string this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return Encoding.UTF8.GetString(_bytes, start, _ends[index] - start);
        }
    }

    /// <summary>False when the text is too long, or there is no room left.</summary>
    public bool TryAdd(ReadOnlySpan<byte> text)
    {
        if (text.Length > Longest || _length > Array.MaxLength - Longest)
        {
            return false;
        }

        if (_length + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(2L * _bytes.Length, Array.MaxLength));
        }

        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
        _ends.Add(_length);
        return true;
    }
}
