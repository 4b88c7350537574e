using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Incubator;

public static class ParisDay
{
    /// <summary>The day it is in Paris.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
