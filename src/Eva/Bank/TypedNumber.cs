using System.Globalization;

namespace Beffroi.Eva.Bank;

/// <summary>A number as people type it: comma or point, spaces of any kind, a unit left behind.</summary>
public static class TypedNumber
{
    /// <summary>Null when it is no number.</summary>
    public static decimal? Read(string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not '\u202F' and not '\u00A0')).Replace(',', '.').TrimEnd('€');
        return text.Length is > 0 and <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
