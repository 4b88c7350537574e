using System.Globalization;
using System.Text;
using System.Xml;

namespace Beffroi.Detection;

/// <summary>Writes GraphML, which Gephi, yEd, igraph and NetworkX read.</summary>
public static class GraphMl
{
    const string Space = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes the graph; the stream stays open. Beside the columns: label, x, y and size of nodes, weight of edges, first and last (ISO 8601, UTC) of both, where there are.</summary>
    public static void Write(GraphFile graph, Stream target)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(target);
        using var xml = XmlWriter.Create(target, new() { Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Space);
        GraphColumn[] nodeColumns =
        [
            new("label", GraphColumnType.Text), new("x", GraphColumnType.Number), new("y", GraphColumnType.Number), new("size", GraphColumnType.Number),
            new("first", GraphColumnType.Text), new("last", GraphColumnType.Text), .. graph.NodeColumns,
        ];
        GraphColumn[] edgeColumns = [new("weight", GraphColumnType.Number), new("first", GraphColumnType.Text), new("last", GraphColumnType.Text), .. graph.EdgeColumns];
        Keys(xml, "node", 'n', nodeColumns);
        Keys(xml, "edge", 'e', edgeColumns);
        xml.WriteStartElement("graph", Space);
        xml.WriteAttributeString("edgedefault", graph.Directed ? "directed" : "undirected");
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Space);
            xml.WriteAttributeString("id", GraphFile.Clean(node.Id));
            Data(xml, 'n', [node.Label, node.Place?.X, node.Place?.Y, node.Size, Moment(node.Span?.First), Moment(node.Span?.Last), .. node.Values]);
            xml.WriteEndElement();
        }

        foreach (var (at, edge) in graph.Edges.Index())
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("id", "e" + at.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", GraphFile.Clean(graph.Nodes[edge.From].Id));
            xml.WriteAttributeString("target", GraphFile.Clean(graph.Nodes[edge.To].Id));
            Data(xml, 'e', [edge.Weight, Moment(edge.Span?.First), Moment(edge.Span?.Last), .. edge.Values]);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
    }

    static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static void Keys(XmlWriter xml, string of, char letter, GraphColumn[] columns)
    {
        foreach (var (at, column) in columns.Index())
        {
            xml.WriteStartElement("key", Space);
            xml.WriteAttributeString("id", letter + at.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", GraphFile.Clean(column.Name));
            xml.WriteAttributeString("attr.type", column.Type switch
            {
                GraphColumnType.Text => "string",
                GraphColumnType.Whole => "long",
                GraphColumnType.Number => "double",
                GraphColumnType.Flag => "boolean",
            });
            xml.WriteEndElement();
        }
    }

    static void Data(XmlWriter xml, char letter, object?[] values)
    {
        foreach (var (at, value) in values.Index().Where(v => v.Item is not null))
        {
            xml.WriteStartElement("data", Space);
            xml.WriteAttributeString("key", letter + at.ToString(CultureInfo.InvariantCulture));
            xml.WriteString(GraphFile.Written(value!));
            xml.WriteEndElement();
        }
    }
}
