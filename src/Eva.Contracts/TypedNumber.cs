using System.Globalization;

namespace Beffroi.Eva.Contracts;

/// <summary>A number as people type it: comma or point, spaces of any kind, a unit after it.</summary>
public static class TypedNumber
{
    /// <summary>Null when it is no number.</summary>
    public static decimal? Read(string typed)
    {
        // « 6,50 euros », « 45 min », « 1 200 € »: the figures are the answer.
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').TrimEnd('.').TrimEnd(Unit);
        return text.Length is > 0 and <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    static readonly char[] Unit = [.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèêÉÈÊ€%."];
}
