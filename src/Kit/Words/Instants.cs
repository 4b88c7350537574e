using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Beffroi.Kit;

public static class Instants
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Keeps instants in UTC: as text that sorts by time where the engine has no such type (SQLite), natively elsewhere.</summary>
    public static void StoreInstants(this ModelBuilder model, string? provider)
    {
        ValueConverter converter = provider?.EndsWith("Sqlite", StringComparison.Ordinal) == true
            ? new ValueConverter<DateTimeOffset, string>(
                at => at.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture),
                text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
            : new ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset))
            {
                property.SetValueConverter(converter);
            }
        }
    }
}
