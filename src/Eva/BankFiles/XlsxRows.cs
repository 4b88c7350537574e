using System.Globalization;
using System.Text;
using System.Xml;

namespace Beffroi.Eva.BankFiles;

/// <summary>The rows of a worksheet, as texts.</summary>
sealed class XlsxRows(XmlReader xml, List<string> shared, int maxRows = Sheet.MaxRows)
{
    readonly List<SheetRow> _rows = [];

    public IReadOnlyList<SheetRow> Read()
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                Row();
            }
        }

        return _rows;
    }

    /// <summary>The text of an element that holds runs; what is only how it sounds is left out.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        int? sounds = null;
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName is "rPh" && !xml.IsEmptyElement:
                    sounds ??= xml.Depth;
                    break;
                case XmlNodeType.EndElement when xml.Depth == sounds:
                    sounds = null;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when sounds is null:
                    text.Append(xml.Value);
                    break;
            }
        }

        return XlsxText.Unescaped(text.ToString());
    }

    void Row()
    {
        var number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : (_rows.Count == 0 ? 1 : _rows[^1].Number + 1);
        var cells = new List<string>();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                {
                    var column = CellPlace.Column(xml.GetAttribute("r")) ?? cells.Count;
                    var text = Cell(number);
                    if (text.Length > 0)
                    {
                        Put(cells, column, text, number);
                    }
                }
            }
        }

        if (cells.Count > 0)
        {
            _rows.Add(new(number, cells));
        }

        if (_rows.Count > maxRows)
        {
            throw new SheetException($"Ce fichier a plus de {maxRows} lignes.");
        }
    }

    static void Put(List<string> cells, int column, string text, int row)
    {
        if (column >= Sheet.MaxColumns)
        {
            throw new SheetException($"Cette ligne a plus de {Sheet.MaxColumns} colonnes.", row);
        }

        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = text;
    }

    string Cell(int row)
    {
        var type = xml.GetAttribute("t");
        var text = "";
        if (xml.IsEmptyElement)
        {
            return text;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            text = xml.LocalName switch
            {
                "f" => throw new SheetException("Une case contient une formule : remplacez-la par sa valeur.", row),
                "v" => Value(type, RichText(xml), row),
                "is" => RichText(xml),
                _ => text,
            };
        }

        return text;
    }

    string Value(string? type, string value, int row) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : throw new SheetException("Une case renvoie à un texte absent du classeur.", row),
        "e" => throw new SheetException($"Une case contient l’erreur {value}.", row),
        "b" => value is "1" ? "VRAI" : "FAUX",
        "str" or "d" => value,
        // As a person reads it: 12, not 12.0; -2.8, not the 17 digits that some spreadsheets write.
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : value,
    };
}
