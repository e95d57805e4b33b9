"""The Streamlit pages; they only draw."""
