using System.Globalization;
using System.Text;
using System.Xml;
using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.Tables;

/// <summary>The XML of one sheet: rows go in, bytes come out whenever they are asked for. Texts are marked as texts, so that nothing is taken for a date or a formula.</summary>
sealed class XlsxTable : IDisposable
{
    const string Main = XlsxParts.Main;

    readonly MemoryStream _buffer = new();
    readonly XmlWriter _xml;
    int _rows;

    public XlsxTable(IReadOnlyList<string> titles)
    {
        _xml = XmlWriter.Create(_buffer, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
        _xml.WriteStartElement("worksheet", Main);
        // The words of the columns stay in sight.
        _xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="64" width="18" customWidth="1"/></cols>""");
        _xml.WriteStartElement("sheetData", Main);
        Add([.. titles.Select(Tables.Cell.Of)]);
    }

    /// <summary>Bytes that wait to be taken.</summary>
    public long Waiting
    {
        get
        {
            _xml.Flush();
            return _buffer.Length;
        }
    }

    public void Add(IReadOnlyList<Cell> cells)
    {
        _rows++;
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", _rows.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, cell) in cells.Index().Where(c => c.Item.Text.Length > 0))
        {
            Write(CellPlace.Name(column, _rows), cell);
        }

        _xml.WriteEndElement();
    }

    public void End()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    public ReadOnlyMemory<byte> Take()
    {
        _xml.Flush();
        var bytes = _buffer.ToArray();
        _buffer.SetLength(0);
        return bytes;
    }

    public void Dispose()
    {
        _xml.Dispose();
        _buffer.Dispose();
    }

    void Write(string place, Cell cell)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", place);
        if (cell.IsFigure)
        {
            _xml.WriteElementString("v", Main, cell.Text);
        }
        else
        {
            _xml.WriteAttributeString("s", _rows == 1 ? "2" : "1");
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Main);
            _xml.WriteStartElement("t", Main);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(Whole(XlsxText.Escaped(cell.Text)));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    static string Whole(string text) => text.Length <= BankFiles.Sheet.MaxCell ? text : throw new ArgumentException($"A cell of {text.Length} characters does not fit into a spreadsheet.", nameof(text));
}
