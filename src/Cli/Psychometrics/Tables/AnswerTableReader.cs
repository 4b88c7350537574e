using System.Collections.Immutable;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Reads a file of answers as it comes: a header of item names, a row for each person, a score in each cell or nothing.
/// What it keeps is a byte for each score, besides identifiers and groups when they are asked for.</summary>
sealed class AnswerTableReader
{
    /// <summary>Most cells, those of ignored columns included.</summary>
    public const long MaxCells = 200_000_000;

    readonly RecordReader _records;
    readonly Header _header;
    readonly ItemColumn?[] _columns;
    readonly TextColumn? _ids;
    readonly GroupColumn? _groups;
    readonly int _items;
    sbyte[] _cells;
    int _persons;

    AnswerTableReader(RecordReader records, Header header)
    {
        (_records, _header) = (records, header);
        _columns = [.. header.Names.Zip(header.Uses, (name, use) => use is ColumnUse.Item ? new ItemColumn(name) : null)];
        _items = _columns.Count(c => c is not null);
        _cells = new sbyte[_items * 64];
        _ids = header.Uses.Contains(ColumnUse.Id) ? new() : null;
        _groups = header.Uses.ToList().IndexOf(ColumnUse.Group) is >= 0 and var group ? new(header.Names[group]) : null;
    }

    /// <exception cref="CommandFailedException">The file cannot be read, or is not what it should be: file, line and reason.</exception>
    public static async Task<AnswerTable> Read(string path, ColumnChoice choice, Terminal terminal, CancellationToken ct)
    {
        await using var stream = await TextSource.Open(path, terminal, ct);
        var name = TextSource.Name(path);
        var records = new RecordReader(stream, name);
        return await new AnswerTableReader(records, await Header.Read(records, choice, ct)).ReadPersons(name, ct);
    }

    async Task<AnswerTable> ReadPersons(string name, CancellationToken ct)
    {
        while (await _records.NextRow(_columns.Length, ct))
        {
            if ((_persons + 1L) * _columns.Length > MaxCells)
            {
                throw _records.Wrong($"plus de {MaxCells / 1_000_000} millions de cases");
            }

            ReadPerson();
        }

        return _persons == 0 ? throw _records.Wrong("aucune personne : le fichier n’a que la ligne des noms") : Table(name);
    }

    void ReadPerson()
    {
        var at = _persons * _items;
        if (at + _items > _cells.Length)
        {
            Array.Resize(ref _cells, (int)Math.Min(2L * _cells.Length, MaxCells));
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            if (_columns[i] is { } column)
            {
                _cells[at++] = Score(column, _records.Field(i));
            }
            else
            {
                Keep(_header.Uses[i], i);
            }
        }

        _persons++;
    }

    sbyte Score(ItemColumn column, ReadOnlySpan<byte> cell)
    {
        // Nearly all cells are one digit.
        if (cell.Length == 1 && cell[0] is >= (byte)'0' and <= (byte)'9')
        {
            return column.NumberOf(cell[0] - '0') ?? throw TooMany(column);
        }

        cell = cell.Trim(" \t"u8);
        return ScoreText.IsMissing(cell) ? AnswerTable.Missing
            : ScoreText.TryRead(cell, out var score) ? column.NumberOf(score) ?? throw TooMany(column)
            : throw _records.Wrong($"colonne {Quoted.Text(column.Name)} : {Quoted.Text(cell)} n’est pas un score (un nombre entier, vide ou NA)");
    }

    CommandFailedException TooMany(ItemColumn column) =>
        _records.Wrong($"colonne {Quoted.Text(column.Name)} : plus de {ItemColumn.MaxCategories} scores différents (--ignore la laisse de côté)");

    void Keep(ColumnUse use, int index)
    {
        if (use is ColumnUse.Id && !_ids!.TryAdd(_records.Field(index)))
        {
            throw _records.Wrong($"identifiant de plus de {TextColumn.Longest} octets");
        }

        if (use is ColumnUse.Group)
        {
            KeepGroup(_records.Text(index));
        }
    }

    void KeepGroup(string group)
    {
        if (group is "" or "NA")
        {
            throw _records.Wrong($"colonne {Quoted.Text(_groups!.Name)} : la personne n’a pas de groupe");
        }

        if (!_groups!.TryAdd(group))
        {
            throw _records.Wrong($"colonne {Quoted.Text(_groups.Name)} : plus de {GroupColumn.MaxGroups} groupes, ou un nom de plus de {TextColumn.Longest} caractères");
        }
    }

    AnswerTable Table(string name)
    {
        var columns = _columns.OfType<ItemColumn>().ToArray();
        var ranks = columns.Select(c => c.Ranks()).ToArray();
        for (var (at, item) = (0, 0); at < _persons * _items; at++, item = item + 1 == _items ? 0 : item + 1)
        {
            _cells[at] = _cells[at] is AnswerTable.Missing ? AnswerTable.Missing : ranks[item][_cells[at]];
        }

        return new(name, [.. columns.Select(c => c.Name)], [.. columns.Select(c => c.Scores())], _cells, _persons, _ids, _groups);
    }
}
