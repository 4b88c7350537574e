using System.Globalization;
using System.Runtime.InteropServices;

namespace Beffroi.Bots.Networks;

/// <summary>How far a source has read: an instant, and how many messages of that instant.</summary>
/// <param name="Micros">Since 1970.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct JetstreamPlace(long Micros, int Count)
{
    /// <summary>Null where nothing was read.</summary>
    public static JetstreamPlace? Of(string? cursor)
    {
        var dot = cursor?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return !long.TryParse(dot < 0 ? cursor : cursor![..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var micros) ? null
            : new(micros, dot >= 0 && int.TryParse(cursor![(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1);
    }

    /// <summary>Once one more message was read; one that comes late moves nothing.</summary>
    public JetstreamPlace After(long micros) => micros > Micros ? new(micros, 1) : micros == Micros ? this with { Count = Count + 1 } : this;

    public override string ToString() => Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Micros}.{Count}") : Micros.ToString(CultureInfo.InvariantCulture);
}
