using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Beffroi.Kit;

public static class Instants
{
    /// <summary>Keeps instants in UTC: as text that sorts by time where the engine has no such type (SQLite), natively elsewhere.</summary>
    public static void StoreInstants(this ModelBuilder model, string? provider)
    {
        ValueConverter converter = provider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? new ValueConverter<DateTimeOffset, string>(
                at => Written(at),
                text => Read(text))
            : new ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset))
            {
                property.SetValueConverter(converter);
            }
        }
    }

    /// <summary>As SQLite keeps it: « 2026-11-29T10:00:00.0000000Z ».</summary>
    public static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is not as <see cref="Written"/> gives it.</exception>
    public static DateTimeOffset Read(string text) => new(DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}
