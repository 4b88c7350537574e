using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Encyclopedia.Importing.Writing;

/// <summary>Adds many new rows by one prepared statement a table: they are not tracked, and cost a tenth of what tracked rows do.</summary>
static class BulkRows
{
    /// <summary>Inside the current transaction. The caller writes the audit row.</summary>
    public static async Task Insert<T>(DbContext db, IReadOnlyCollection<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Rows are added in bulk inside a transaction: open it first.");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        var columns = Columns(db, type, command);
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            foreach (var (property, parameter) in columns)
            {
                var value = property.PropertyInfo!.GetValue(row);
                var converter = property.GetTypeMapping().Converter;
                parameter.Value = (converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    static List<(IProperty Property, DbParameter Parameter)> Columns(DbContext db, IEntityType type, DbCommand command)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().ToList();
        var parameters = columns.Select((property, i) =>
        {
            var parameter = property.GetRelationalTypeMapping().CreateParameter(command, sql.GenerateParameterName($"p{i}"), null, property.IsNullable);
            command.Parameters.Add(parameter);
            return (property, parameter);
        }).ToList();
        var names = string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.GetColumnName(table)!)));
        var values = string.Join(", ", parameters.Select(p => sql.GenerateParameterNamePlaceholder(p.parameter.ParameterName.TrimStart('@'))));
#pragma warning disable CA2100 // Names come from the model, values go as parameters.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({names}) VALUES ({values})";
#pragma warning restore CA2100
        return parameters;
    }
}
