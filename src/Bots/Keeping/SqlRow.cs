using System.Data.Common;
using Beffroi.Kit;

namespace Beffroi.Bots.Keeping;

/// <summary>A row as both engines give it: SQLite keeps identifiers and instants as texts (see <see cref="Instants"/>).</summary>
sealed class SqlRow(DbDataReader reader)
{
    public Guid Guid(int at) => reader.GetGuid(at);

    public Guid? GuidOrNull(int at) => reader.IsDBNull(at) ? null : reader.GetGuid(at);

    public long Long(int at) => reader.GetInt64(at);

    public bool Bool(int at) => reader.GetBoolean(at);

    public double Double(int at) => reader.GetDouble(at);

    public string Text(int at) => reader.GetString(at);

    public string? TextOrNull(int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    public T Named<T>(int at) where T : struct, Enum => Enum.Parse<T>(reader.GetString(at));

    public DateTimeOffset At(int at) => reader.GetFieldType(at) == typeof(string)
        ? Instants.Read(reader.GetString(at))
        : reader.GetFieldValue<DateTimeOffset>(at);

    public DateTimeOffset? AtOrNull(int at) => reader.IsDBNull(at) ? null : At(at);
}
