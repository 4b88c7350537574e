using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Incubator;

public static class ParisDay
{
    /// <summary>The day it is in Paris.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());

    /// <summary>The day it was there at this moment.</summary>
    public static DateOnly Of(DateTimeOffset at) => DateOnly.ParseExact(French.IsoDay(at), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
