using System.Text;

namespace Beffroi.Eva.BankFiles;

/// <summary>Cuts a text into rows and cells. Quotes hold anything, doubled quotes are one.</summary>
sealed class CsvReading(string text, char separator, int maxRows = Sheet.MaxRows)
{
    readonly List<SheetRow> _rows = [];
    int _at;

    int Number => _rows.Count + 1;

    public IReadOnlyList<SheetRow> Rows()
    {
        while (_at < text.Length)
        {
            var cells = new List<string> { Cell() };
            while (_at < text.Length && text[_at] == separator)
            {
                _at++;
                cells.Add(Cell());
                if (cells.Count > Sheet.MaxColumns)
                {
                    throw new SheetException($"Cette ligne a plus de {Sheet.MaxColumns} colonnes.", Number);
                }
            }

            EndOfRow();
            _rows.Add(new(Number, cells));
            if (_rows.Count > maxRows)
            {
                throw new SheetException($"Ce fichier a plus de {maxRows} lignes.");
            }
        }

        return _rows;
    }

    string Cell() => _at < text.Length && text[_at] is '"' ? Quoted() : Bare();

    string Bare()
    {
        var start = _at;
        while (_at < text.Length && text[_at] != separator && text[_at] is not ('\r' or '\n'))
        {
            if (text[_at] is '"')
            {
                throw new SheetException("Un guillemet droit est au milieu d’une case : la case entière se met entre guillemets, et le guillemet se double.", Number);
            }

            _at++;
        }

        return text[start.._at];
    }

    string Quoted()
    {
        var cell = new StringBuilder();
        _at++;
        while (true)
        {
            var quote = text.IndexOf('"', _at);
            if (quote < 0)
            {
                throw new SheetException("Une case s’ouvre par un guillemet droit et ne se ferme pas.", Number);
            }

            cell.Append(text, _at, quote - _at);
            _at = quote + 1;
            if (_at >= text.Length || text[_at] is not '"')
            {
                break;
            }

            cell.Append('"');
            _at++;
        }

        return _at >= text.Length || text[_at] == separator || text[_at] is '\r' or '\n'
            ? cell.ToString()
            : throw new SheetException("Après le guillemet qui ferme une case vient un séparateur.", Number);
    }

    void EndOfRow()
    {
        if (_at < text.Length && text[_at] is '\r')
        {
            _at++;
        }

        if (_at < text.Length && text[_at] is '\n')
        {
            _at++;
        }
    }
}
