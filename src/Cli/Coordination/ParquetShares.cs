using System.Globalization;
using System.Text;
using Beffroi.Detection;
using Parquet;
using Parquet.Schema;

namespace Beffroi.Cli.Coordination;

/// <summary>Shares of a Parquet file, one group of rows in memory at a time.</summary>
static class ParquetShares
{
    static readonly string[] Names = ["object_id", "account_id", "content_id", "timestamp_share"];

    public static async Task<ShareReport> Read(Stream stream, ShareSink sink, ShareReading reading, CancellationToken ct)
    {
        await using var file = await Whole(async () => await ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: ct));
        var (fields, groups) = await Whole(() => Task.FromResult((Fields(file), file.RowGroupCount)));
        var report = new ShareReport();
        for (var group = 0; group < groups; group++)
        {
            var columns = await Whole(() => Columns(file, group, fields, ct));
            for (var row = 0; row < columns[0].Length; row++)
            {
                report.NoteRow();
                if (ShareReader.Take(columns[0][row], columns[1][row], columns[2][row], columns[3][row], sink, reading, report) is { } kind)
                {
                    report.Note(report.Rows, kind);
                }
            }

            reading.Progress?.Invoke(stream.Position);
        }

        return report;
    }

    static DataField[] Fields(ParquetReader file) => [.. Names.Select(name => Array.Find(file.Schema.GetDataFields(), f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new OtherColumns($"No column {name}."))];

    static async Task<string?[][]> Columns(ParquetReader file, int group, DataField[] fields, CancellationToken ct)
    {
        using var rows = file.OpenRowGroupReader(group);
        var count = checked((int)rows.RowCount);
        var columns = new string?[fields.Length][];
        for (var i = 0; i < fields.Length; i++)
        {
            columns[i] = await Texts(rows, fields[i], count, ct);
        }

        return columns;
    }

    // A damaged file makes the reader fail in every way there is: all of them say the same.
    static async Task<T> Whole<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception wrong) when (wrong is not (OperationCanceledException or OtherColumns))
        {
            throw new InvalidDataException("The file is damaged.", wrong);
        }
    }

    // A whole number keeps its digits up to 2⁵³; beyond, it is written with its exponent, and so known for rounded.
    static string Text(double value) => Math.Abs(value) < 9_007_199_254_740_992 && double.IsInteger(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(Math.Abs(value) >= 1e15 ? "E16" : "R", CultureInfo.InvariantCulture);

    // Whatever the type of the column, as text: identifiers are compared as such.
    static async Task<string?[]> Texts(ParquetRowGroupReader rows, DataField field, int count, CancellationToken ct)
    {
        if (field.ClrType == typeof(ReadOnlyMemory<char>) || field.ClrType == typeof(string))
        {
            var texts = new string?[count];
            await rows.ReadAsync(field, texts.AsMemory()!, null, ct);
            return texts;
        }

        if (field.ClrType == typeof(ReadOnlyMemory<byte>) || field.ClrType == typeof(byte[]))
        {
            var bytes = new byte[]?[count];
            await rows.ReadAsync(field, bytes.AsMemory()!, null, ct);
            return Array.ConvertAll(bytes, b => b is null ? null : Encoding.UTF8.GetString(b));
        }

        return field.ClrType switch
        {
            var t when t == typeof(long) => await Values<long>(rows, field, count, v => v.ToString(CultureInfo.InvariantCulture), ct),
            var t when t == typeof(ulong) => await Values<ulong>(rows, field, count, v => v.ToString(CultureInfo.InvariantCulture), ct),
            var t when t == typeof(int) => await Values<int>(rows, field, count, v => v.ToString(CultureInfo.InvariantCulture), ct),
            var t when t == typeof(uint) => await Values<uint>(rows, field, count, v => v.ToString(CultureInfo.InvariantCulture), ct),
            var t when t == typeof(double) => await Values<double>(rows, field, count, Text, ct),
            var t when t == typeof(DateTime) => await Values<DateTime>(rows, field, count, v => new DateTimeOffset(DateTime.SpecifyKind(v, DateTimeKind.Utc)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ct),
            _ => throw new OtherColumns($"The column {field.Name} is neither text, number nor date."),
        };
    }

    sealed class OtherColumns(string message) : FormatException(message);

    static async Task<string?[]> Values<T>(ParquetRowGroupReader rows, DataField field, int count, Func<T, string> text, CancellationToken ct)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[count];
            await rows.ReadAsync<T>(field, values.AsMemory(), null, ct);
            return Array.ConvertAll(values, v => (string?)text(v));
        }

        var some = new T?[count];
        await rows.ReadAsync<T>(field, some.AsMemory(), null, ct);
        return Array.ConvertAll(some, v => v is { } value ? text(value) : null);
    }
}
